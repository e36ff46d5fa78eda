import { foldersOf, PathIndex } from '../../src/core/context/pathIndex';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';

const rounds = scaled(30, 2);
const count = scaled(50_000, 500);
const shown = 200;
/** What a person types, letter by letter: a name, letters apart, a folder, nothing that is there. */
const typed = ['w', 'wa', 'water', 'wtr12', 'plants/leaf', 'qqqq'];

export const mentions: Benchmark = {
  name: 'mentions',
  title: `The list of files that can go along, in a workspace of ${count.toLocaleString('en')} files`,
  run: async () => {
    const made: number[] = [];
    const first: number[] = [];
    const key: number[] = [];
    const files = Array.from({ length: count }, (_, at) => {
      const place = `packages/p${at % 40}/src/${at % 3 === 0 ? 'plants' : 'kiosk'}/g${at % 97}`;
      return `${place}/${at % 2 === 0 ? 'watering' : 'leaf'}${at}.ts`;
    });
    for (let round = 0; round < rounds; round += 1) {
      const index = timed(made, () => new PathIndex([...files, ...foldersOf(files)]));
      timed(first, () => index.find('', shown));
      for (const letters of typed) timed(key, () => index.find(letters, shown));
    }
    const figures: readonly Figure[] = [
      { what: 'made of the files that VS Code has listed, once', unit: 'ms', samples: made },
      { what: 'first hits when the list opens', unit: 'ms', goal: 50, samples: first },
      { what: 'hits after a key', unit: 'ms', goal: 50, samples: key },
    ];
    return figures;
  },
};

function timed<T>(samples: number[], work: () => T): T {
  const started = performance.now();
  const result = work();
  samples.push(performance.now() - started);
  return result;
}
