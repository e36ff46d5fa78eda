import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../../src/core/base/clock';
import type { Interaction, InteractionEvent } from '../../src/core/interactions/events';
import type { Interactions } from '../../src/core/interactions/port';
import { readSteps } from '../../src/core/interactions/steps';
import { toReport } from '../../src/core/research/report/report';
import { ResearchFiles } from '../../src/core/research/researchFiles';
import { ResearchJobs } from '../../src/core/research/researchJobs';
import { NodeFiles } from '../../src/host/platform/nodeFiles';
import { words } from '../unit/core/research/researchUnderTest';
import type { Benchmark, Figure } from './benchmark';
import { scaled } from './scale';
import { temporaryFolder } from './temporaryFolder';

const reports = scaled(20, 1);
const completions = scaled(20, 1);
const runningJobs = 10;
const idleMs = scaled(30_000, 200);
const citations = 500;
const agent = 'deep-research-preview-04-2026';

export const research: Benchmark = {
  name: 'research',
  title: `Deep Research: a report of a megabyte with ${citations} citations, and ${runningJobs} running jobs`,
  run: async () => {
    const files = new NodeFiles(temporaryFolder());
    return [written(), await completed(files), await idle(files)];
  },
};

function written(): Figure {
  const steps = longReport();
  const matter = {
    question: 'Q',
    agent,
    createdAt: 0,
    interactionId: 'v1_a',
    tokens: 0,
    cost: '',
    status: 'completed',
  };
  const samples: number[] = [];
  for (let round = 0; round < reports; round += 1) {
    const began = performance.now();
    toReport({ question: 'Q', steps, matter, words: { ...words, partial: undefined } });
    samples.push(performance.now() - began);
  }
  return { what: 'the report to Markdown', unit: 'ms', goal: 200, samples };
}

/** From the end at the service, which a stream tells, to the report on disk. */
async function completed(files: NodeFiles): Promise<Figure> {
  const samples: number[] = [];
  for (let round = 0; round < completions; round += 1) {
    const service = new HeldService();
    const jobs = jobsOver(files, service.port);
    const done = new Promise<void>((resolve) => jobs.onDidChange(({ state }) => state === 'done' && resolve()));
    await jobs.start({ question: 'Q', agent, planFirst: false });
    await service.followed;
    const began = performance.now();
    service.end();
    await done;
    samples.push(performance.now() - began);
    jobs.dispose();
  }
  return { what: 'from the end at the service to the report on disk', unit: 'ms', goal: 300, samples };
}

/** What following jobs takes of one core while nothing happens. */
async function idle(files: NodeFiles): Promise<Figure> {
  const jobs = jobsOver(files, new HeldService().port);
  for (let job = 0; job < runningJobs; job += 1) await jobs.start({ question: `Q${job}`, agent, planFirst: false });
  const began = performance.now();
  const before = process.cpuUsage();
  await pause(idleMs);
  const { user, system } = process.cpuUsage(before);
  const share = ((user + system) / 1_000 / (performance.now() - began)) * 100;
  jobs.dispose();
  return { what: `${runningJobs} running jobs, of one core`, unit: '%', goal: 1, samples: [share] };
}

function jobsOver(files: NodeFiles, interactions: Interactions): ResearchJobs {
  return new ResearchJobs({
    interactions,
    files: new ResearchFiles(files, systemClock, 'bench'),
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    words,
    recordUnsettled: () => {},
    onError: (error) => console.error(error),
  });
}

/** A service on which research runs until it is told to end. */
class HeldService {
  end = () => {};
  private follows = () => {};
  readonly followed = new Promise<void>((resolve) => {
    this.follows = resolve;
  });
  private readonly ended = new Promise<void>((resolve) => {
    this.end = resolve;
  });
  private isOver = false;

  readonly port: Interactions = {
    ask: none,
    getWithInput: none,
    delete: none,
    listModels: none,
    cancel: none,
    startAgent: () => Promise.resolve(this.state()),
    get: () => Promise.resolve(this.state()),
    follow: (_id, _after, signal) => this.stream(signal),
  };

  private async *stream(signal: AbortSignal): AsyncIterable<InteractionEvent> {
    yield { type: 'connected' };
    this.follows();
    await Promise.race([
      this.ended,
      new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
    ]);
    if (signal.aborted) return;
    this.isOver = true;
    yield { type: 'completed', interaction: this.state() };
  }

  private state(): Interaction {
    const status = this.isOver ? 'completed' : 'in_progress';
    return { id: 'v1_bench', status, rawStatus: status, steps: this.isOver ? longReport() : [], errors: [] };
  }
}

function longReport() {
  const claim = `${'Some words of a claim with a few accents – café – and figures such as 3,7 %. '.repeat(26)}So it is`;
  const piece = `${claim} [cite: 1].\n\n`;
  const bytes = Buffer.byteLength(piece);
  const annotations = Array.from({ length: citations }, (_, at) => ({
    type: 'url_citation',
    url: `https://page${at % 97}.example/`,
    title: `page${at % 97}.example`,
    start_index: at * bytes,
    end_index: at * bytes + Buffer.byteLength(claim),
  }));
  const text = `${piece.repeat(citations)}**Sources:**\n1. [page0.example](https://page0.example/)\n`;
  return readSteps([{ type: 'model_output', content: [{ type: 'text', text, annotations }] }]);
}

function none(): never {
  throw new Error('nothing but research');
}
