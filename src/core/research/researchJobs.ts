import { type Clock, systemClock } from '../base/clock';
import { Emitter } from '../base/emitter';
import { Failure } from '../base/failure';
import type { Interactions } from '../interactions/port';
import { isOpen, type ResearchJob, type ResearchStore } from './job';
import { JobFollower } from './jobFollower';

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

/**
 * The Deep Research jobs of this machine: each is started once and followed, across restarts, until the service says that
 * it ended. A fault of the network, of the disk or of a clock never ends a job.
 */
export class ResearchJobs {
  private readonly changed = new Emitter<ResearchJob>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, ResearchJob>();
  private readonly followers = new Map<string, JobFollower>();
  private readonly woken = new Emitter<void>();
  private resumed: Promise<void> | undefined;

  constructor(private readonly parts: ResearchParts) {}

  /** The jobs known so far, the latest first. */
  get all(): readonly ResearchJob[] {
    return [...this.known.values()].sort((a, b) => b.createdAt - a.createdAt);
  }

  get open(): readonly ResearchJob[] {
    return this.all.filter(isOpen);
  }

  /** Reads the jobs from disk and follows those that have not ended. Only the first call reads. */
  resume(): Promise<void> {
    this.resumed ??= this.readJobs().catch((error: unknown) => {
      // A disk that could not be read now may be readable at the next use.
      this.resumed = undefined;
      throw error;
    });
    return this.resumed;
  }

  /**
   * Starts a research. The question is on disk before it is sent, the id as soon as it is known. A start is never repeated:
   * each may be billed. Rejects with the Failure of the start.
   */
  async start(question: string, agent: string): Promise<ResearchJob> {
    await this.resume();
    const { newId, now } = this.parts;
    const job: ResearchJob = {
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
    const interactionId = await this.startAtGoogle(job);
    const running: ResearchJob = { ...job, state: 'running', interactionId };
    await this.keep(running);
    this.follower(running, interactionId).follow();
    return running;
  }

  /**
   * Asks the service to cancel, until a status that is read back says that the job has ended. Resolves when the request to
   * cancel is on disk. A failed call is not reported: the job stays `cancelling`, and the service is asked again.
   */
  async cancel(jobId: string): Promise<void> {
    const job = this.known.get(jobId);
    if (!job?.interactionId || !isOpen(job)) return;
    await this.keep({ ...job, state: 'cancelling' });
    this.follower(job, job.interactionId).cancel();
  }

  /** Follows a `lost` job once more. */
  async lookAgain(jobId: string): Promise<void> {
    const job = this.known.get(jobId);
    if (!job?.interactionId || job.state !== 'lost') return;
    await this.keep({ ...job, state: 'running', failure: undefined });
    this.follower(job, job.interactionId).follow();
  }

  /** Ends all waits for a next poll: something changed that may have stood in the way, such as the key. */
  wake(): void {
    this.woken.fire();
  }

  dispose(): void {
    for (const follower of this.followers.values()) follower.dispose();
    this.woken.dispose();
    this.changed.dispose();
  }

  private async readJobs(): Promise<void> {
    for (const job of await this.parts.store.loadJobs()) {
      if (this.known.has(job.id)) continue;
      // The window went away between the start and its answer, so the id is not known.
      const found: ResearchJob = isOpen(job) && !job.interactionId ? { ...job, state: 'uncertain' } : job;
      this.known.set(found.id, found);
      this.changed.fire(found);
      if (!isOpen(found) || !found.interactionId) continue;
      const follower = this.follower(found, found.interactionId);
      follower.follow();
      if (found.state === 'cancelling') follower.cancel();
    }
  }

  /** Starts the agent. Returns the id of the interaction. A failure is kept with the job, and then thrown. */
  private async startAtGoogle(job: ResearchJob): Promise<string> {
    const { agent, question } = job;
    try {
      const interaction = await this.parts.interactions.startAgent(
        {
          agent,
          input: [{ type: 'text', text: question }],
          agentConfig: { type: 'deep-research', thinking_summaries: 'auto' },
        },
        new AbortController().signal,
      );
      if (!interaction.id) throw new Failure('malformedAnswer');
      return interaction.id;
    } catch (error) {
      const failure = error instanceof Failure ? error : new Failure('unknown', { cause: error });
      // Only an answer of the service, or proof that nothing was sent, says that no job is running.
      const refused = failure.notSent || failure.status !== undefined || failure.reason === 'noKey';
      await this.keep({ ...job, state: refused ? 'failed' : 'uncertain', failure: failure.reason });
      throw failure;
    }
  }

  private follower(job: ResearchJob, interactionId: string): JobFollower {
    const existing = this.followers.get(job.id);
    if (existing) return existing;
    const { interactions, store, sourcesHeading, onError, clock = systemClock } = this.parts;
    const current = () => this.known.get(job.id) ?? job;
    const follower = new JobFollower(
      {
        interactions,
        clock,
        onWake: this.woken.event,
        current,
        update: (change) => this.keep({ ...current(), ...change }),
        saveReport: (report) => store.saveReport(current(), report),
        sourcesHeading,
        onError,
      },
      interactionId,
    );
    this.followers.set(job.id, follower);
    return follower;
  }

  private async keep(job: ResearchJob): Promise<void> {
    this.known.set(job.id, job);
    this.changed.fire(job);
    await this.parts.store.saveJob(job).catch(this.parts.onError);
  }
}
