import { Failure } from '../../core/base/failure';
import { lazy } from '../../core/base/lazy';
import type { Purpose } from '../../core/interactions/purpose';
import type { EndedInteraction, Meter } from '../../core/usage/meteredInteractions';
import { RecentCosts } from '../../core/usage/recentCosts';
import type { UsageEntry } from '../../core/usage/usageEntry';
import { readDayBudget } from '../settings/settings';
import type { MeterParts, MeterWork } from './meterWork';

/** Notes what is used, and holds the budget of the day. What that takes is loaded when something has been used. */
export class UsageMeter implements Meter {
  private readonly work: () => Promise<MeterWork>;
  private readonly recent = new RecentCosts();
  private isSeeded = false;

  constructor(private readonly parts: MeterParts) {
    this.work = lazy(async () => new (await import('./meterWork')).MeterWork(parts));
  }

  ended(interaction: EndedInteraction): void {
    void this.work()
      .then((work) => work.note(interaction))
      .catch((error: unknown) => this.parts.log.bug(error));
  }

  async admit(purpose: Purpose): Promise<void> {
    if (readDayBudget() === 0) return;
    // The user does not ask for a chat's name, and is not told that there is none.
    if (await (await this.work()).isUsedUp()) throw new Failure('dayBudgetReached', { notSent: true, code: purpose });
  }

  /** Whether a question of a chat may be asked. False: the user was told. */
  async mayAsk(): Promise<boolean> {
    this.seed();
    if (readDayBudget() === 0) return true;
    const work = await this.work();
    if (!(await work.isUsedUp())) return true;
    work.tellUsedUp();
    return false;
  }

  /** Notes what an answer cost, in US dollars. True: more than the 20 before it together. */
  isCostly(cost: number): boolean {
    return this.recent.add(cost);
  }

  /** What was used on these local days, as in `2026-11-29`. Rejects with the system's error. */
  async between(first: string, last: string): Promise<readonly UsageEntry[]> {
    return (await this.work()).between(first, last);
  }

  /** The user wants to go on until midnight. */
  async goOnToday(): Promise<void> {
    await (await this.work()).goOnToday();
  }

  /** While the first answer is on its way, those from before this window are read. */
  private seed(): void {
    if (this.isSeeded) return;
    this.isSeeded = true;
    void this.work()
      .then(async (work) => this.recent.seed(await work.recentCosts()))
      .catch((error: unknown) => this.parts.log.bug(error));
  }
}
