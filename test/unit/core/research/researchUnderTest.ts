import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import type { AgentRequest, Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import { readSteps } from '../../../../src/core/interactions/steps';
import { agentOf } from '../../../../src/core/research/job/agents';
import type { ResearchJob, ResearchState } from '../../../../src/core/research/job/job';
import { jobFolder, ResearchFiles, reportFolder } from '../../../../src/core/research/researchFiles';
import { ResearchJobs, type ResearchParts } from '../../../../src/core/research/researchJobs';
import type { ResearchWords } from '../../../../src/core/research/words';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryFiles } from '../storage/memoryFiles';

export const agent = agentOf('fast').id;

export const words: ResearchWords = {
  goAhead: 'Go ahead.',
  sources: 'Sources',
  figure: (number) => `Figure ${number}`,
  noPicture: 'No picture.',
  cost: () => 'about $2',
  partial: (status) => (status === 'completed' ? undefined : `Ended as ${status}.`),
};

/** An interaction that says this, if it says anything. */
export function interaction(status: InteractionStatus, text = '', id = 'v1_job'): Interaction {
  const steps = text === '' ? [] : readSteps([{ type: 'model_output', content: [{ type: 'text', text }] }]);
  return { id, status, rawStatus: status, steps, errors: [] };
}

/** A service whose answers a test sets. What throws, or never answers, is set as such. */
export class SetService {
  readonly requests: AgentRequest[] = [];
  started: Interaction | Error | 'silence' = interaction('in_progress');
  found: Interaction | Error = interaction('in_progress');
  cancelled: Interaction | Error = interaction('in_progress');
  /** The events of the next streams, one list a stream. A stream without a list ends at once. */
  readonly streams: (readonly InteractionEvent[])[] = [];
  readonly resumedAfter: (string | undefined)[] = [];
  polls = 0;
  cancels = 0;

  readonly port: Interactions = {
    ask: none,
    getWithInput: none,
    delete: none,
    listModels: none,
    startAgent: (request, signal) => {
      this.requests.push(request);
      if (this.started === 'silence') return untilAborted(signal);
      return give(this.started);
    },
    follow: (_id, after) => {
      this.resumedAfter.push(after);
      const events = this.streams.shift() ?? [];
      return (async function* () {
        yield* events;
      })();
    },
    get: () => {
      this.polls += 1;
      return give(this.found);
    },
    cancel: () => {
      this.cancels += 1;
      return give(this.cancelled);
    },
  };
}

/** One window on a disk and a service, and the research it knows. */
export class ResearchWindow {
  readonly errors: unknown[] = [];
  readonly told: ResearchState[] = [];
  /** The states of jobs, one after another. */
  readonly states: string[] = [];
  recorded: readonly string[] = [];
  readonly jobs: ResearchJobs;

  constructor(
    readonly service = new SetService(),
    readonly files = new MemoryFiles(),
    readonly clock = new ManualClock(),
    port: Interactions = service.port,
    tools: ResearchParts['tools'] = () => [],
  ) {
    this.jobs = new ResearchJobs({
      interactions: port,
      files: new ResearchFiles(files, clock, `window-${files.process.pid}`),
      clock,
      newId: () => crypto.randomUUID(),
      now: () => clock.wallNow(),
      words,
      tools,
      recordUnsettled: (ids) => {
        this.recorded = ids;
      },
      onError: (error) => this.errors.push(error),
    });
    this.jobs.onShouldTell(({ state }) => this.told.push(state));
    this.jobs.onDidChange(({ state }) => {
      if (this.states.at(-1) !== state) this.states.push(state);
    });
  }

  /** Another window over the same disk and service. `isAfterCrash`: this one is gone. */
  other(isAfterCrash = false): ResearchWindow {
    const pid = this.files.process.pid + 1;
    const files = this.files.otherProcess(pid);
    if (isAfterCrash) {
      this.jobs.dispose();
      for (let gone = 1; gone < pid; gone += 1) files.gone.add(`here/${gone}`);
    }
    return new ResearchWindow(this.service, files, this.clock);
  }

  get job(): ResearchJob {
    return this.jobs.all[0] ?? assert.fail('there is no job');
  }

  get state(): ResearchState {
    return this.job.state;
  }

  /** The job as it is on disk. */
  get saved(): ResearchJob {
    const bytes = this.files.bytesOf(`${jobFolder(this.job.id)}/job.json`) ?? assert.fail('not on disk');
    return JSON.parse(new TextDecoder().decode(bytes)) as ResearchJob;
  }

  get report(): string {
    const name = this.job.report ?? assert.fail('there is no report');
    const bytes = this.files.bytesOf(`${reportFolder(this.job.id)}/${name}`) ?? assert.fail('not on disk');
    return new TextDecoder().decode(bytes);
  }

  async start(planFirst = false): Promise<void> {
    await this.jobs.start({ question: 'Heat pumps', agent, planFirst });
    await settled();
  }

  async pass(ms: number): Promise<void> {
    await settled();
    this.clock.advance(ms);
    await settled();
  }

  /** Lets time pass in steps until the job is in this state. */
  async until(state: ResearchState, stepMs = 60_000): Promise<void> {
    for (let step = 0; step < 400 && this.state !== state; step += 1) await this.pass(stepMs);
    assert.equal(this.state, state);
    await settled();
  }
}

export async function settled(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await setImmediate();
}

function none(): never {
  assert.fail('nothing but research');
}

async function give<T>(answer: T | Error): Promise<T> {
  if (answer instanceof Error) throw answer;
  return answer;
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
