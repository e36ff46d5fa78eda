/** `wait`: it cannot go on now. */
export type Job = Iterator<'wait' | undefined, void>;

/** How long one turn may take: half a frame. */
const turnMs = 8;
/** A page that is never idle still gets its colours. */
const longestWaitMs = 1_000;
const pauseMs = 500;

/** Does jobs in small steps while the page has nothing else to do. */
class IdleQueue {
  private readonly jobs: Job[] = [];
  private isPlanned = false;

  add(job: Job): void {
    this.jobs.push(job);
    this.plan();
  }

  private plan(): void {
    if (this.isPlanned || this.jobs.length === 0) return;
    this.isPlanned = true;
    requestIdleCallback(() => this.work(), { timeout: longestWaitMs });
  }

  private work(): void {
    this.isPlanned = false;
    const end = performance.now() + turnMs;
    const waiting: Job[] = [];
    while (performance.now() < end) {
      const job = this.jobs.shift();
      if (!job) break;
      const { done, value } = job.next();
      if (value === 'wait') waiting.push(job);
      else if (!done) this.jobs.unshift(job);
    }
    if (waiting.length > 0) setTimeout(() => this.resume(waiting), pauseMs);
    this.plan();
  }

  private resume(jobs: readonly Job[]): void {
    this.jobs.push(...jobs);
    this.plan();
  }
}

/** A job of a single step. */
export function* once(task: () => void): Generator<undefined, void> {
  task();
  yield undefined;
}

/** The one queue of the page. A second one would double the time that they take together. */
export const idleQueue = new IdleQueue();
