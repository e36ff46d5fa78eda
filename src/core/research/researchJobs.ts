import { type Clock, systemClock } from '../base/clock';
import { Emitter } from '../base/emitter';
import { Failure } from '../base/failure';
import type { Interactions } from '../interactions/port';
import { followJob } from './followJob';
import { isOpen, type ResearchJob, type ResearchStore } from './job';
import { toReport } from './report';

export interface ResearchParts {
  readonly interactions: Interactions;
  readonly store: ResearchStore;
  readonly newId: () => string;
  readonly now: () => number;
  /** The heading over the sources, in the user's language. */
  readonly sourcesHeading: string;
  readonly onError: (error: unknown) => void;
  readonly clock?: Clock;
}

/** The Deep Research jobs of this machine: started once, followed until the service says they ended, across restarts. */
export class ResearchJobs {
  private readonly changed = new Emitter<ResearchJob>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, ResearchJob>();
  private readonly following = new Map<string, AbortController>();
  private resumed: Promise<void> | undefined;

  constructor(private readonly parts: ResearchParts) {}

  /** The jobs known so far, the latest first. */
  get all(): readonly ResearchJob[] {
    return [...this.known.values()].sort((a, b) => b.createdAt - a.createdAt);
  }

  get open(): readonly ResearchJob[] {
    return this.all.filter(isOpen);
  }

  /** Reads the jobs from disk and goes on following those that had not ended. Only the first call reads. */
  resume(): Promise<void> {
    this.resumed ??= this.readJobs().catch((error: unknown) => {
      // A disk that could not be read now may be readable at the next use.
      this.resumed = undefined;
      throw error;
    });
    return this.resumed;
  }

  /**
   * Starts a research. The wish is on disk before it is sent, the id as soon as it is known. A start is never repeated:
   * each may be billed. Fails with the Failure of the start.
   */
  async start(question: string, agent: string): Promise<ResearchJob> {
    await this.resume();
    const { interactions, newId, now } = this.parts;
    let job: ResearchJob = {
      id: newId(),
      question,
      agent,
      createdAt: now(),
      state: 'starting',
      interactionId: undefined,
      lastEventId: undefined,
      progress: '',
      failure: undefined,
    };
    await this.keep(job);
    try {
      const interaction = await interactions.startAgent(
        {
          agent,
          input: [{ type: 'text', text: question }],
          agentConfig: { type: 'deep-research', thinking_summaries: 'auto' },
        },
        new AbortController().signal,
      );
      if (!interaction.id) throw new Failure('malformedAnswer');
      job = { ...job, state: 'running', interactionId: interaction.id };
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('unknown', { cause: error });
      // Only an answer of the service, or proof that nothing was sent, says that no job is running.
      const refused = failure.notSent || failure.status !== undefined || failure.reason === 'noKey';
      await this.keep({ ...job, state: refused ? 'failed' : 'uncertain', failure: failure.reason });
      throw failure;
    }
    await this.keep(job);
    this.follow(job);
    return job;
  }

  /** Asks the service to cancel. The job counts as cancelled once the service says so. */
  async cancel(jobId: string): Promise<void> {
    const job = this.known.get(jobId);
    if (!job?.interactionId || !isOpen(job)) return;
    await this.keep({ ...job, state: 'cancelling' });
    await this.parts.interactions.cancel(job.interactionId, new AbortController().signal);
    // The stream may not tell; a fresh round of following begins with asking.
    this.wake();
  }

  /** Asks again at once instead of at the next turn: something changed that may have stood in the way, such as the key. */
  wake(): void {
    for (const job of this.open) {
      this.following.get(job.id)?.abort();
      if (job.interactionId !== undefined) this.follow(job);
    }
  }

  dispose(): void {
    for (const controller of this.following.values()) controller.abort();
    this.changed.dispose();
  }

  private async readJobs(): Promise<void> {
    for (const job of await this.parts.store.loadJobs()) {
      if (this.known.has(job.id)) continue;
      // Started, but the window went away before the answer: nobody knows its id.
      const found: ResearchJob = job.state === 'starting' ? { ...job, state: 'uncertain' } : job;
      this.known.set(found.id, found);
      this.changed.fire(found);
      if (isOpen(found)) this.follow(found);
    }
  }

  private follow(job: ResearchJob): void {
    const controller = new AbortController();
    this.following.set(job.id, controller);
    const update = (change: Partial<ResearchJob>) => this.keep({ ...(this.known.get(job.id) ?? job), ...change });
    const ended = followJob(
      this.parts.interactions,
      this.parts.clock ?? systemClock,
      job,
      controller.signal,
      update,
    ).then(async (interaction) => {
      if (!interaction) return;
      if (interaction.status === 'completed') {
        const report = toReport(job.question, interaction.steps, this.parts.sourcesHeading);
        await this.parts.store.saveReport(job, report);
        await update({ state: 'done', progress: '' });
      } else if (interaction.status === 'cancelled') {
        await update({ state: 'cancelled', progress: '' });
      } else {
        const failure = interaction.errors[0]?.reason ?? 'generationFailed';
        await update({ state: 'failed', progress: '', failure });
      }
    });
    ended.catch(async (error: unknown) => {
      if (controller.signal.aborted) return;
      if (!(error instanceof Failure)) this.parts.onError(error);
      await update({ state: 'failed', failure: error instanceof Failure ? error.reason : 'unknown' });
    });
  }

  private async keep(job: ResearchJob): Promise<void> {
    this.known.set(job.id, job);
    this.changed.fire(job);
    await this.parts.store.saveJob(job).catch(this.parts.onError);
  }
}
