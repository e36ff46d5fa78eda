import { Failure } from '../base/failure';
import type { Lease } from '../storage/log/lease';
import type { ResearchJob } from './job/job';
import type { JobFollower } from './jobFollower';
import type { ResearchFiles } from './researchFiles';

/** One job as this window knows it: in memory, on disk, and whether this window follows it. */
export class JobKeeper {
  follower: JobFollower | undefined;
  private readonly lease: Lease;
  private known: ResearchJob;
  private owned = false;
  private dirty = false;
  private isDiskFailing = false;
  private isOnDisk = false;
  private saving: Promise<unknown> = Promise.resolve();
  private claiming: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: ResearchFiles,
    job: ResearchJob,
    private readonly onChange: (keeper: JobKeeper) => void,
    private readonly onError: (error: unknown) => void,
  ) {
    this.known = job;
    this.lease = files.lease(job.id);
  }

  get job(): ResearchJob {
    return this.known;
  }

  /** Whether this window writes the job. */
  get isOwned(): boolean {
    return this.owned;
  }

  /** Whether memory holds what the disk does not. */
  get isDirty(): boolean {
    return this.dirty;
  }

  /**
   * Makes this window the one that writes the job, which is read again: another may have written it. False: another window
   * does. `takeOver`: also from a window that is there. Rejects where the disk fails.
   */
  claim(takeOver: boolean): Promise<boolean> {
    return this.alone(async () => {
      if (this.owned && (await this.lease.beat())) return true;
      this.lose();
      if ((await this.lease.claim(takeOver)) === 'theirs') return false;
      this.owned = true;
      await this.reload();
      return true;
    });
  }

  /** Reads what another window has written. Rejects where the disk fails. */
  async reload(): Promise<void> {
    if (this.dirty) return;
    const saved = await this.files.load(this.known.id);
    if (saved) this.isOnDisk = true;
    if (!saved || JSON.stringify(saved) === JSON.stringify(this.known)) return;
    this.known = saved;
    this.onChange(this);
  }

  /** Changes the job in memory. It is kept with the next save. */
  change(change: Partial<ResearchJob>): void {
    this.known = { ...this.known, ...change };
    this.dirty = true;
    this.onChange(this);
  }

  /** Changes the job and keeps it. What the disk does not take is kept later. Never rejects. */
  async update(change: Partial<ResearchJob>): Promise<void> {
    this.change(change);
    await this.save(true).catch((error: unknown) => {
      if (!this.isDiskFailing) this.onError(storageFailure(error));
      this.isDiskFailing = true;
    });
  }

  /** Replaces the job and keeps it, or rejects with a Failure and leaves it as it was. */
  async replace(job: ResearchJob): Promise<void> {
    const before = this.known;
    this.known = job;
    this.dirty = true;
    try {
      await this.save(true);
    } catch (error) {
      this.known = before;
      this.dirty = false;
      throw storageFailure(error);
    }
    this.onChange(this);
  }

  /** Keeps the id of an interaction, whichever window writes the job by now: without it a paid report is lost. */
  async keepId(interactionId: string): Promise<void> {
    const { attempts, id } = this.known;
    if (!(this.owned && (await this.lease.beat().catch(() => true)))) {
      const saved = await this.files.load(id).catch(() => undefined);
      // A later request of another window counts.
      if (saved && saved.attempts > attempts) return this.lose();
      await this.lease.claim(true).catch(() => undefined);
      this.owned = true;
    }
    await this.update({ state: 'running', interactionId, failure: undefined, isTold: false });
  }

  /** Whether another window has removed the job. Rejects where the disk fails. */
  async isRemoved(): Promise<boolean> {
    return this.isOnDisk && !(await this.files.has(this.known.id));
  }

  /** Says that this window is there, and keeps what is not kept. False: another window has taken or removed the job. */
  async beat(): Promise<boolean> {
    if (!this.owned) return false;
    const isRemoved = await this.isRemoved();
    if (isRemoved || !(await this.lease.beat())) {
      this.dirty = false;
      this.lose();
      if (isRemoved) await this.lease.release();
      return false;
    }
    await this.save(false);
    return true;
  }

  /** Lets another window have the job. */
  release(): Promise<void> {
    return this.alone(async () => {
      if (!this.owned) return;
      this.lose();
      await this.lease.release();
    });
  }

  /** Stops following, and leaves the job to be followed by another window. */
  lose(): void {
    this.owned = false;
    this.follower?.dispose();
    this.follower = undefined;
  }

  /** `asks`: whether this window still is the one that writes. */
  private save(asks: boolean): Promise<void> {
    const turn = this.saving.then(async () => {
      if (!this.dirty) return;
      const job = this.known;
      if (asks && this.owned && !(await this.lease.beat())) {
        // What another window writes now counts.
        this.dirty = false;
        this.lose();
        return;
      }
      await this.files.save(job);
      this.isOnDisk = true;
      this.isDiskFailing = false;
      if (this.known === job) this.dirty = false;
    });
    this.saving = turn.catch(() => undefined);
    return turn;
  }

  /** Claims and releases come one after another. */
  private alone<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.claiming.then(run);
    this.claiming = turn.catch(() => undefined);
    return turn;
  }
}

export function storageFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('storageUnavailable', { cause: error });
}
