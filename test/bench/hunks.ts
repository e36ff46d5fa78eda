import { ProposalReview } from '../../src/core/editing/review/proposalReview';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';

const rounds = scaled(30, 2);
const lines = 10_000;
const changes = 200;
const longLine = scaled(5_000_000, 50_000);

export const hunks: Benchmark = {
  name: 'hunks',
  title: `The changes of a proposal of ${lines.toLocaleString('en')} lines, and what the user decides on them`,
  run: async () => {
    const found: Sample = { what: `${changes} changes found`, goal: 100, samples: [] };
    const accepted: Sample = { what: 'all of them accepted', samples: [] };
    const rejected: Sample = { what: 'all of them rejected', goal: 200, samples: [] };
    const minified: Sample = {
      what: `one line of ${longLine / 1_000_000} MB that changed, rejected`,
      goal: 200,
      samples: [],
    };
    const base = document('let');
    const proposal = document('const');
    const bundle = `${'a=1;'.repeat(longLine / 4)}\n`;
    for (let round = 0; round < rounds; round += 1) {
      const review = new ProposalReview(base);
      timed(found, () => review.propose(proposal));
      if (review.hunks.length !== changes) throw new Error(`${review.hunks.length} changes were found`);
      timed(accepted, () => {
        review.prepare(review.hunks, base);
        review.written(proposal);
      });
      const other = new ProposalReview(base);
      other.propose(proposal);
      timed(rejected, () => other.reject(other.hunks));
      const large = new ProposalReview(bundle);
      timed(minified, () => {
        large.propose(bundle.replace('a', 'b'));
        large.reject(large.hunks);
      });
    }
    return [found, accepted, rejected, minified].map((sample): Figure => ({ unit: 'ms', ...sample }));
  },
};

interface Sample {
  readonly what: string;
  readonly goal?: number;
  readonly samples: number[];
}

function timed({ samples }: Sample, work: () => void): void {
  const started = performance.now();
  work();
  samples.push(performance.now() - started);
}

/** Every fiftieth line declares something, by one word or another. */
function document(word: string): string {
  const every = lines / changes;
  return Array.from({ length: lines }, (_, at) =>
    at % every === 0 ? `${word} value${at} = ${at};\n` : `call(${at % 97}, value${at});\n`,
  ).join('');
}
