import type { Clock } from '../base/clock';
import type { Event } from '../base/emitter';
import { cancelInteraction } from '../interactions/cancelInteraction';
import type { Interaction } from '../interactions/events';
import { type FollowEnd, followInteraction } from '../interactions/followInteraction';
import { usualLimits } from '../interactions/limits';
import type { Interactions } from '../interactions/port';
import { isTerminal } from '../interactions/status';
import { readSteps, type Step } from '../interactions/steps';
import type { ResearchJob } from './job/job';
import { type JobOutcome, outcomeOfJob } from './jobOutcome';
import { liveFacts } from './live/liveFacts';
import { LiveJob } from './live/liveJob';

export interface JobFollowerParts {
  readonly interactions: Interactions;
  readonly clock: Clock;
  readonly now: () => number;
  readonly onWake: Event<void>;
  /** The job as it stands now. */
  readonly current: () => ResearchJob;
  /** Changes the job and keeps it. Never rejects. */
  readonly update: (change: Partial<ResearchJob>) => Promise<void>;
  /** Changes what people watch of the job. It is kept when there is time. */
  readonly progress: (change: Partial<ResearchJob>) => void;
  /** Keeps the answer and the report of it. Resolves with its file name. */
  readonly saveReport: (outcome: JobOutcome, steps: readonly Step[], found: Interaction) => Promise<string>;
  readonly onError: (error: unknown) => void;
}

/**
 * How many polls of one following may find a job unfinished: about three hours of them. The service promises an hour, and
 * some jobs never end there.
 */
const mostPolls = 180;
/** With the streams that are tried now and then, an idle job costs less than a request a minute. Milliseconds. */
const longestWaitMs = 75_000;
/** The time between two tries to save a report, and between two rounds of tries to cancel. Milliseconds. */
const againMs = 60_000;
/** What people watch changes at most once in this time. Milliseconds. */
const progressMs = 250;

/** Follows one job until the service says that it has ended and its report is saved, and sees a cancel through. */
export class JobFollower {
  readonly live: LiveJob;
  private run = new AbortController();
  private isCancelUnderWay = false;
  private isProgressDue = false;
  private active = false;
  private readonly gone = new AbortController();

  constructor(
    private readonly parts: JobFollowerParts,
    readonly interactionId: string,
  ) {
    this.live = new LiveJob(parts.clock, () => this.showProgress());
  }

  /** Whether the end of the job is not known yet. */
  get isActive(): boolean {
    return this.active;
  }

  /** Polls at once, then follows. A run before this one ends. */
  follow(): void {
    this.run.abort();
    if (this.gone.signal.aborted) return;
    this.run = new AbortController();
    this.active = true;
    const { signal } = this.run;
    const { onError } = this.parts;
    this.followOnce(signal)
      .then((end) => this.conclude(end, signal))
      .catch(async (error: unknown) => {
        if (signal.aborted) return;
        onError(error);
        await this.end({ state: 'lost', progress: '', failure: 'unknown' });
      });
  }

  /** Asks the service to cancel for as long as that is wanted. The end of the job is told by following it. */
  cancel(): void {
    if (this.isCancelUnderWay) return;
    this.isCancelUnderWay = true;
    this.seeCancelThrough()
      .catch(this.parts.onError)
      .finally(() => {
        this.isCancelUnderWay = false;
      });
  }

  dispose(): void {
    this.gone.abort();
    this.run.abort();
  }

  private followOnce(signal: AbortSignal): Promise<FollowEnd> {
    return followInteraction(
      this.parts,
      this.interactionId,
      {
        isOver: (found) => {
          this.live.found(found);
          if (!isTerminal(found.status)) this.isFound();
          return isTerminal(found.status);
        },
        openStream: () => this.live.openStream(),
        limits: usualLimits,
        isPatient: true,
        mostPolls,
        longestWaitMs,
      },
      signal,
    );
  }

  /** A job that was lost runs after all. */
  private isFound(): void {
    const { current, update } = this.parts;
    if (current().state === 'lost') void update({ state: 'running', failure: undefined, isTold: false });
  }

  private async seeCancelThrough(): Promise<void> {
    const { interactions, clock } = this.parts;
    const { signal } = this.gone;
    while (this.isCancelWanted && !signal.aborted) {
      const hasEnded = await cancelInteraction(interactions, clock, this.interactionId, signal);
      if (!this.isCancelWanted || signal.aborted) return;
      // The stream may not tell the end, so a new run begins, with a poll.
      if (hasEnded) return this.follow();
      await clock.wait(againMs, signal);
    }
  }

  private get isCancelWanted(): boolean {
    const { isCancelWanted, state } = this.parts.current();
    return isCancelWanted && state === 'running';
  }

  /** Only a status of the service ends a job. Whatever else ends the following leaves it to be asked for again. */
  private async conclude(end: FollowEnd, signal: AbortSignal): Promise<void> {
    const { current, now } = this.parts;
    if (end === 'stopped' || signal.aborted) return;
    if (typeof end === 'string') {
      return this.end({ state: 'lost', progress: '', failure: end === 'gone' ? 'notFound' : 'timedOut' });
    }
    const outcome = outcomeOfJob(current(), end, readSteps(this.live.steps), now());
    if (!outcome.steps) return this.end(outcome.change);
    const report = await this.saved(outcome, outcome.steps, end, signal);
    if (report !== undefined) await this.end({ ...outcome.change, report });
  }

  private end(change: Partial<ResearchJob>): Promise<void> {
    this.active = false;
    return this.parts.update(change);
  }

  /** The report is paid for even if the disk is full, so saving is tried until it succeeds. Undefined: the signal aborted. */
  private async saved(
    outcome: JobOutcome,
    steps: readonly Step[],
    found: Interaction,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        return await this.parts.saveReport(outcome, steps, found);
      } catch (error) {
        if (tries === 0) this.parts.onError(error);
      }
      await this.parts.clock.wait(againMs, signal);
    }
    return undefined;
  }

  private showProgress(): void {
    if (this.isProgressDue) return;
    this.isProgressDue = true;
    const { clock, progress, current } = this.parts;
    void clock.wait(progressMs, this.gone.signal).then(() => {
      this.isProgressDue = false;
      if (this.gone.signal.aborted || current().state !== 'running') return;
      const { headline, searches } = liveFacts(this.live.parts);
      progress({ progress: headline, searches: searches.length, tokens: this.live.tokens });
    });
  }
}
