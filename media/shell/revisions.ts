import { isMoment, type ToPanel } from '../../src/protocol/messages';

/** `resync`: something was missed, and the host has to be asked for a snapshot. */
export type Verdict = 'apply' | 'ignore' | 'resync';

/** Decides what to do with a fact, so that a lost one is repaired instead of leaving a hole in the conversation. */
export class Revisions {
  /** Undefined while a snapshot is awaited. */
  private last: number | undefined;

  judge(fact: ToPanel): Verdict {
    if (isMoment(fact)) return 'apply';
    if (fact.type === 'snapshot') {
      this.last = fact.revision;
      return 'apply';
    }
    if (this.last === undefined) return 'ignore';
    if (fact.revision !== this.last + 1) {
      this.awaitSnapshot();
      return 'resync';
    }
    this.last = fact.revision;
    return 'apply';
  }

  awaitSnapshot(): void {
    this.last = undefined;
  }
}
