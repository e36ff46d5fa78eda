import { type Clock, systemClock } from '../base/clock';
import type { Event } from '../base/emitter';
import { Failure } from '../base/failure';
import type { JsonObject } from '../base/json';
import type { InputContent } from '../interactions/port';
import { agentNow } from './job/agents';
import {
  backFrom,
  isOpen,
  isUnsettled,
  newJob,
  type ResearchJob,
  type ResearchQuestion,
  uncertain,
  withAttempt,
} from './job/job';
import { JobCare, type JobCareParts } from './jobCare';
import { type JobKeeper, storageFailure } from './jobKeeper';
import type { LiveJob } from './live/liveJob';
import { isRefused, requestOf, sendRequest } from './sendRequest';

export interface ResearchParts extends Omit<JobCareParts, 'clock'> {
  readonly newId: () => string;
  /** What the agent may use besides its own tools, in wire form. Read at each request, and kept nowhere: it may hold secrets. */
  readonly tools?: () => readonly JsonObject[];
  readonly clock?: Clock;
}

/** What goes along with a question. */
export interface ResearchContext {
  readonly names: readonly string[];
  readonly input: readonly InputContent[];
}

const noContext: ResearchContext = { names: [], input: [] };

/**
 * The Deep Research jobs of this machine: each request is sent once, and each job is followed by one window, across
 * restarts, until the service says that it ended. A fault of the network, of the disk or of a clock never ends a job.
 */
export class ResearchJobs {
  private readonly care: JobCare;
  private readonly clock: Clock;
  /** What users do with a job, one thing after another. */
  private readonly acts = new Map<string, Promise<unknown>>();
  private resumed: Promise<void> | undefined;

  constructor(private readonly parts: ResearchParts) {
    this.clock = parts.clock ?? systemClock;
    this.care = new JobCare({ ...parts, clock: this.clock });
  }

  get onDidChange(): Event<ResearchJob> {
    return this.care.onDidChange;
  }

  get onDidRemove(): Event<string> {
    return this.care.onDidRemove;
  }

  /** Fires in one window, once for each state of a job that people should hear of. */
  get onShouldTell(): Event<ResearchJob> {
    return this.care.onShouldTell;
  }

  /** The jobs known so far, the latest first. */
  get all(): readonly ResearchJob[] {
    return this.care.all.map(({ job }) => job).sort((a, b) => b.createdAt - a.createdAt);
  }

  get open(): readonly ResearchJob[] {
    return this.all.filter(isOpen);
  }

  get(jobId: string): ResearchJob | undefined {
    return this.care.find(jobId)?.job;
  }

  /** What a running job has brought so far. Undefined: this window does not follow it. */
  live(jobId: string): LiveJob | undefined {
    return this.care.find(jobId)?.follower?.live;
  }

  /** Reads the jobs from disk and follows those that have not ended. Only the first call reads. */
  resume(): Promise<void> {
    this.resumed ??= this.care.refresh().catch((error: unknown) => {
      // A disk that could not be read now may be readable at the next use.
      this.resumed = undefined;
      throw storageFailure(error);
    });
    return this.resumed;
  }

  /**
   * Starts a research. The question is on disk before it is sent, the id as soon as it is known. A start is never repeated
   * by itself: each may be billed. Rejects with the Failure of the start.
   */
  async start(question: ResearchQuestion, context: ResearchContext = noContext): Promise<ResearchJob> {
    const { files, newId, now } = this.parts;
    const job = newJob(question, context.names, newId(), now());
    this.care.sending.add(job.id);
    const keeper = this.care.keep(job);
    try {
      await keeper.claim(false);
      if (context.input.length > 0) await files.saveInput(job.id, context.input);
      await keeper.replace(job);
    } catch (error) {
      this.care.sending.delete(job.id);
      this.care.forget(job.id);
      throw storageFailure(error);
    }
    await this.send(keeper, context.input);
    return keeper.job;
  }

  /** Has the plan changed, in words. Rejects with the Failure of the request; the plan stays then. */
  changePlan(jobId: string, wish: string): Promise<void> {
    return this.proceed(jobId, ['planned'], (job) => withAttempt(job, 'plan', wish, this.parts.now()));
  }

  /** Has the research made that was planned. Rejects with the Failure of the request; the plan stays then. */
  startPlanned(jobId: string): Promise<void> {
    const { now, words } = this.parts;
    return this.proceed(jobId, ['planned'], (job) => withAttempt(job, 'report', words.goAhead, now()));
  }

  /** Sends the last request of a job once more, which may be billed twice. An agent that Google has retired is replaced. */
  startAgain(jobId: string): Promise<void> {
    return this.proceed(jobId, ['uncertain', 'failed', 'cancelled'], (job) => ({
      ...withAttempt(job, job.task, job.said, this.parts.now()),
      agent: agentNow(job.agent).agent.id,
    }));
  }

  /**
   * Asks the service to cancel, until a status that is read back says that the job has ended. Resolves when the wish is on
   * disk. A failed call is not reported: the service is asked again. A plan that waits needs no service.
   */
  cancel(jobId: string): Promise<void> {
    return this.act(jobId, async (keeper) => {
      const { state, interactionId } = keeper.job;
      if (state === 'planned') {
        return keeper.update({ state: 'cancelled', endedAt: this.parts.now(), isTold: true });
      }
      if (!interactionId || !isUnsettled(keeper.job)) return;
      await keeper.update({ isCancelWanted: true, ...(state === 'lost' && { state: 'running', failure: undefined }) });
      this.care.follow(keeper);
    });
  }

  /** Asks the service how a lost job stands. */
  lookAgain(jobId: string): Promise<void> {
    const keeper = this.care.find(jobId);
    return keeper ? this.care.lookAfter(keeper) : Promise.resolve();
  }

  /** Removes all that is kept here of a job. What runs at Google goes on. */
  remove(jobId: string): Promise<void> {
    return this.act(jobId, async (keeper) => {
      keeper.follower?.dispose();
      await this.parts.files.remove(jobId);
      await keeper.release();
      this.care.forget(jobId);
    });
  }

  /** Remembers that the interactions of a job are no longer at Google. */
  forgetAtGoogle(jobId: string): Promise<void> {
    return this.act(jobId, (keeper) => keeper.update({ isAtGoogle: false }));
  }

  /** Something changed that may have stood in the way, such as the key: waits end, and lost jobs are asked for. */
  wake(): void {
    this.care.wake();
  }

  /** Reads what other windows have done. Rejects where the disk fails. */
  refresh(): Promise<void> {
    return this.care.refresh();
  }

  /** Keeps this window in step with what others do, until the result is disposed. */
  watch(): { dispose(): void } {
    return this.care.watch();
  }

  dispose(): void {
    this.care.dispose();
  }

  /** Does something that only the window may do that writes the job, which this one becomes. */
  private act(jobId: string, run: (keeper: JobKeeper) => Promise<void>): Promise<void> {
    const turn = (this.acts.get(jobId) ?? Promise.resolve()).then(async () => {
      const keeper = this.care.find(jobId);
      if (!keeper || this.care.isGone) return;
      await keeper.claim(true).catch((error: unknown) => {
        throw storageFailure(error);
      });
      try {
        await run(keeper);
      } finally {
        // What is not followed here may be followed elsewhere.
        if (!keeper.follower && !keeper.isDirty) await keeper.release().catch(this.parts.onError);
      }
    });
    this.acts.set(
      jobId,
      turn.catch(() => undefined),
    );
    return turn;
  }

  /** Sends a next request of a job that is in one of these states. In any other, nothing happens. */
  private proceed(
    jobId: string,
    states: readonly ResearchJob['state'][],
    next: (job: ResearchJob) => ResearchJob,
  ): Promise<void> {
    return this.act(jobId, async (keeper) => {
      if (!states.includes(keeper.job.state)) return;
      const input = await this.parts.files.loadInput(jobId).catch((error: unknown) => {
        throw storageFailure(error);
      });
      await keeper.replace(next(keeper.job));
      await this.send(keeper, input);
    });
  }

  private async send(keeper: JobKeeper, input: readonly InputContent[]): Promise<void> {
    const { job } = keeper;
    this.care.sending.add(job.id);
    try {
      if (!(await this.claimIntent(keeper)) || this.care.isGone) return;
      const interactionId = await sendRequest(
        this.parts.interactions,
        this.clock,
        requestOf(job, input, this.parts.tools?.() ?? []),
      );
      // Another window sees to it after this one has gone, if the id is there.
      await keeper.keepId(interactionId);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const { reason } = error;
      await keeper.update({ ...(isRefused(error) ? backFrom(job) : uncertain), failure: reason, isTold: true });
      throw error;
    } finally {
      this.care.sending.delete(job.id);
    }
    this.care.follow(keeper);
  }

  /** Whether this window is the one that sends the request. Rejects with a Failure that nothing was sent. */
  private claimIntent({ job }: JobKeeper): Promise<boolean> {
    return this.parts.files.createIntent(job.id, job.attempts).catch((error: unknown) => {
      throw new Failure('storageUnavailable', { cause: error, notSent: true });
    });
  }
}
