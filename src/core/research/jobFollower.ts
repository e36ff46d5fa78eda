import type { Clock } from '../base/clock';
import type { Event } from '../base/emitter';
import { cancelInteraction } from '../interactions/cancelInteraction';
import type { FollowEnd } from '../interactions/followInteraction';
import type { Interactions } from '../interactions/port';
import { followJob } from './followJob';
import type { Report, ResearchJob } from './job';
import { toReport } from './report';

export interface JobFollowerParts {
  readonly interactions: Interactions;
  readonly clock: Clock;
  readonly onWake: Event<void>;
  /** The job as it stands now. */
  readonly current: () => ResearchJob;
  /** Changes the job and keeps it. Never rejects. */
  readonly update: (change: Partial<ResearchJob>) => Promise<void>;
  readonly saveReport: (report: Report) => Promise<void>;
  readonly sourcesHeading: string;
  readonly onError: (error: unknown) => void;
}

/** The time between two tries to save a report, and between two rounds of tries to cancel. Milliseconds. */
const againMs = 60_000;

/** Follows one job until it has ended and its report is saved, and sees a cancel through. */
export class JobFollower {
  private run = new AbortController();
  private isCancelUnderWay = false;
  private readonly gone = new AbortController();

  constructor(
    private readonly parts: JobFollowerParts,
    readonly interactionId: string,
  ) {}

  /** Polls at once, then follows. A run before this one ends. */
  follow(): void {
    this.run.abort();
    if (this.gone.signal.aborted) return;
    this.run = new AbortController();
    const { signal } = this.run;
    const { current, update, onError } = this.parts;
    followJob(this.parts, this.interactionId, current().lastEventId, signal, update)
      .then((end) => this.conclude(end, signal))
      .catch(async (error: unknown) => {
        if (signal.aborted) return;
        onError(error);
        await update({ state: 'lost', progress: '', failure: 'unknown' });
      });
  }

  /** Asks the service to cancel for as long as the job is `cancelling`. Its end is told by following it. */
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

  private async seeCancelThrough(): Promise<void> {
    const { interactions, clock } = this.parts;
    const { signal } = this.gone;
    while (this.isCancelling && !signal.aborted) {
      const hasEnded = await cancelInteraction(interactions, clock, this.interactionId, signal);
      if (!this.isCancelling || signal.aborted) return;
      // The stream may not tell the end, so a new run begins, with a poll.
      if (hasEnded) return this.follow();
      await clock.wait(againMs, signal);
    }
  }

  private get isCancelling(): boolean {
    return this.parts.current().state === 'cancelling';
  }

  private async conclude(end: FollowEnd, signal: AbortSignal): Promise<void> {
    const { update, sourcesHeading, current } = this.parts;
    if (end === 'stopped') return;
    if (end === 'gone' && this.isCancelling) await update({ state: 'cancelled', progress: '' });
    else if (typeof end === 'string') {
      await update({ state: 'lost', progress: '', failure: end === 'gone' ? 'notFound' : 'timedOut' });
    } else if (end.status === 'completed') {
      const report = toReport(current().question, end.steps, sourcesHeading);
      if (await this.saveReport(report, signal)) await update({ state: 'done', progress: '' });
    } else if (end.status === 'cancelled') await update({ state: 'cancelled', progress: '' });
    else await update({ state: 'failed', progress: '', failure: end.errors[0]?.reason ?? 'generationFailed' });
  }

  /** The research is finished even if the disk is full, so saving is tried until it succeeds. False: the signal aborted. */
  private async saveReport(report: Report, signal: AbortSignal): Promise<boolean> {
    for (let tries = 0; !signal.aborted; tries += 1) {
      try {
        await this.parts.saveReport(report);
        return true;
      } catch (error) {
        if (tries === 0) this.parts.onError(error);
      }
      await this.parts.clock.wait(againMs, signal);
    }
    return false;
  }
}
