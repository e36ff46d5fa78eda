import type { Clock } from '../base/clock';
import { Emitter } from '../base/emitter';
import type { Interactions } from '../interactions/port';
import { Heartbeat } from './heartbeat';
import { backFrom, isOpen, isUnsettled, type ResearchJob, uncertain } from './job/job';
import { JobFollower } from './jobFollower';
import { JobKeeper } from './jobKeeper';
import type { ResearchFiles } from './researchFiles';
import { saveJobReport } from './saveJobReport';
import type { ResearchWords } from './words';

export interface JobCareParts {
  readonly interactions: Interactions;
  readonly files: ResearchFiles;
  readonly clock: Clock;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly words: ResearchWords;
  /** Called with the jobs to look after at the next start, before the first of them is sent, and whenever they change. */
  readonly recordUnsettled: (ids: readonly string[]) => void;
  readonly onError: (error: unknown) => void;
}

/** The jobs that this window knows. Each that has not ended is followed, here or in another window. */
export class JobCare {
  private readonly changed = new Emitter<ResearchJob>();
  readonly onDidChange = this.changed.event;
  private readonly removed = new Emitter<string>();
  readonly onDidRemove = this.removed.event;
  private readonly tells = new Emitter<ResearchJob>();
  readonly onShouldTell = this.tells.event;
  private readonly keepers = new Map<string, JobKeeper>();
  private readonly woken = new Emitter<void>();
  /** The jobs with a request of this window on its way. */
  readonly sending = new Set<string>();
  private readonly settling = new Set<string>();
  private lastRecord = '';
  private readonly heartbeat: Heartbeat;
  private isDisposed = false;

  constructor(private readonly parts: JobCareParts) {
    this.heartbeat = new Heartbeat({
      clock: parts.clock,
      isNeeded: () => this.all.some(({ job, isDirty }) => isDirty || isUnsettled(job)),
      beat: () => this.beat(),
      onSleep: () => this.wake(),
    });
  }

  get all(): readonly JobKeeper[] {
    return [...this.keepers.values()];
  }

  get isGone(): boolean {
    return this.isDisposed;
  }

  find(jobId: string): JobKeeper | undefined {
    return this.keepers.get(jobId);
  }

  /** Takes a job in. */
  keep(job: ResearchJob): JobKeeper {
    const keeper = new JobKeeper(this.parts.files, job, (changed) => this.publish(changed), this.parts.onError);
    this.keepers.set(job.id, keeper);
    return keeper;
  }

  /** Knows a job no more. */
  forget(jobId: string): void {
    this.keepers.get(jobId)?.lose();
    this.keepers.delete(jobId);
    this.removed.fire(jobId);
    this.record();
  }

  /** Reads what other windows have done. Rejects where the disk fails. */
  async refresh(): Promise<void> {
    const saved = await this.parts.files.loadAll();
    const there = new Set(saved.map(({ id }) => id));
    for (const [id, { isOwned, isDirty }] of this.keepers) if (!there.has(id) && !isOwned && !isDirty) this.forget(id);
    await Promise.all(
      saved.map(async (job) => {
        const known = this.keepers.get(job.id);
        if (known?.isOwned) return;
        if (known) return known.reload();
        const keeper = this.keep(job);
        this.publish(keeper);
        await this.lookAfter(keeper).catch(this.parts.onError);
      }),
    );
  }

  /** Makes this window see to what is left to do about a job, unless another one does. Rejects where the disk fails. */
  async lookAfter(keeper: JobKeeper): Promise<void> {
    const isWanted = () => isUnsettled(keeper.job) || !keeper.job.isTold;
    if (this.isGone || keeper.follower || this.sending.has(keeper.job.id) || !isWanted()) return;
    if (!keeper.isDirty && (await keeper.isRemoved())) return this.forget(keeper.job.id);
    if (!(await keeper.claim(false))) return keeper.reload();
    if (this.isGone) return keeper.lose();
    const { job } = keeper;
    if (job.state === 'starting') {
      // The window went away between the start and its answer. Where it was not sent, that is certain.
      const wasSent = await this.parts.files.hasIntent(job.id, job.attempts);
      await keeper.update(wasSent ? uncertain : { ...backFrom(job), failure: 'interrupted' });
    }
    if (isUnsettled(keeper.job)) this.follow(keeper);
    else this.publish(keeper);
  }

  /** Follows a job whose interaction is known, and cancels it if that is wanted. */
  follow(keeper: JobKeeper): void {
    const { interactionId } = keeper.job;
    if (!interactionId || !keeper.isOwned || this.isGone) return;
    if (keeper.follower?.interactionId !== interactionId) {
      keeper.follower?.dispose();
      keeper.follower = new JobFollower(
        {
          interactions: this.parts.interactions,
          clock: this.parts.clock,
          now: this.parts.now,
          onWake: this.woken.event,
          current: () => keeper.job,
          update: (change) => keeper.update(change),
          progress: (change) => keeper.change(change),
          saveReport: (outcome, steps, found) => saveJobReport(this.parts, keeper.job, outcome, steps, found),
          onError: this.parts.onError,
        },
        interactionId,
      );
      keeper.follower.follow();
    }
    if (keeper.job.isCancelWanted) keeper.follower.cancel();
  }

  /** Something changed that may have stood in the way: waits end, and lost jobs are asked for. */
  wake(): void {
    this.woken.fire();
    for (const keeper of this.all) {
      if (keeper.job.state === 'lost') void this.lookAfter(keeper).catch(this.parts.onError);
    }
  }

  watch(): { dispose(): void } {
    return this.heartbeat.watch();
  }

  dispose(): void {
    this.isDisposed = true;
    this.heartbeat.dispose();
    for (const keeper of this.all) keeper.lose();
    for (const emitter of [this.woken, this.changed, this.removed, this.tells]) emitter.dispose();
  }

  private publish(keeper: JobKeeper): void {
    if (this.isGone || this.keepers.get(keeper.job.id) !== keeper) return;
    this.changed.fire(keeper.job);
    this.record();
    this.heartbeat.start();
    if (keeper.isOwned && !isOpen(keeper.job)) void this.settle(keeper).catch(this.parts.onError);
  }

  private record(): void {
    const ids = this.all.flatMap(({ job }) => (isUnsettled(job) ? [job.id] : []));
    if (ids.join() === this.lastRecord) return;
    this.lastRecord = ids.join();
    this.parts.recordUnsettled(ids);
  }

  /** Tells that a job stands still, and lets go of it. */
  private async settle(keeper: JobKeeper): Promise<void> {
    const { job } = keeper;
    if (this.settling.has(job.id) || keeper.follower?.isActive) return;
    this.settling.add(job.id);
    try {
      if (!job.isTold) {
        // Without a disk, twice is better than never.
        if (await this.parts.files.createTold(job).catch(() => true)) this.tells.fire(job);
        await keeper.update({ isTold: true });
      }
      if (!keeper.isDirty && !isOpen(keeper.job)) await keeper.release();
    } finally {
      this.settling.delete(job.id);
    }
  }

  private async beat(): Promise<void> {
    for (const keeper of this.all) {
      try {
        if (keeper.isOwned) await keeper.beat();
        else if (isOpen(keeper.job)) await this.lookAfter(keeper);
        if (keeper.isOwned && !isOpen(keeper.job)) await this.settle(keeper);
      } catch {
        // The disk may be there again at the next beat, and the job is in memory.
      }
    }
    if (this.heartbeat.isWatched) await this.refresh().catch(() => undefined);
  }
}
