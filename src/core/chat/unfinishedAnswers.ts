import type { Clock } from '../base/clock';
import type { UnfinishedAnswer } from '../conversation/savedChat';
import type { ChatLedger } from './chatLedger';

/** How often a chat that another window writes is looked at, while an answer waits in it. Milliseconds. */
const lookMs = 500;
/** How long a chat is left alone after the window that wrote it went away: it may only reload. Milliseconds. */
const patienceMs = 5_000;

interface UnfinishedParts {
  readonly ledger: Pick<ChatLedger, 'isHeldElsewhere' | 'claim' | 'state'>;
  readonly clock: Clock;
  /** Aborts when the chat is closed. */
  readonly signal: AbortSignal;
  /** Whether a turn runs in this window. */
  readonly isBusy: () => boolean;
  /** Completes one answer. Resolves when it has ended in any way. */
  readonly finish: (answer: UnfinishedAnswer) => Promise<void>;
  /** Reads the chat from disk once more. */
  readonly reread: () => Promise<void>;
  /** `isFollowed` has changed. */
  readonly onFollow: () => void;
  /** This chat cannot be written, so the answer stays as it is. */
  readonly onGivenUp: (turnId: string) => void;
}

/** The answers of a chat that a window left unfinished, or that another one is writing. */
export class UnfinishedAnswers {
  private left: readonly UnfinishedAnswer[];
  private isHeld = false;
  private completing: Promise<void> | undefined;
  private patience = 0;

  constructor(
    private readonly parts: UnfinishedParts,
    left: readonly UnfinishedAnswer[] = [],
  ) {
    this.left = left;
  }

  get isEmpty(): boolean {
    return this.left.length === 0;
  }

  /** Another window writes one of them now. */
  get isFollowed(): boolean {
    return this.isHeld;
  }

  replace(left: readonly UnfinishedAnswer[]): void {
    this.left = left;
  }

  /**
   * Completes them. Waits while another window writes the chat: after a reload the previous one takes a moment to go.
   * Resolves when all have ended.
   */
  complete(): Promise<void> {
    this.patience = 0;
    return this.begin();
  }

  /** The same for a window that only looks on: one that reloads has the time to come back to its own answers. */
  watch(): Promise<void> {
    if (!this.completing) this.patience = patienceMs;
    return this.begin();
  }

  private begin(): Promise<void> {
    this.completing ??= this.completeAll().finally(() => {
      this.completing = undefined;
    });
    return this.completing;
  }

  private async completeAll(): Promise<void> {
    const { ledger, clock, signal, isBusy } = this.parts;
    const isOver = () => this.isEmpty || isBusy() || signal.aborted;
    let free = 0;
    while (!isOver()) {
      const isHeld = await ledger.isHeldElsewhere();
      free = isHeld ? 0 : free + lookMs;
      this.follow(isHeld || free < this.patience);
      if (!this.isHeld) {
        // What the other window wrote last counts, and after the claim memory counts as newer than the disk.
        if (this.patience > 0) await this.parts.reread();
        if (await ledger.claim()) {
          await this.finishFirst();
          continue;
        }
        if (ledger.state !== 'heldElsewhere') break;
      }
      if (!isOver()) await clock.wait(lookMs, signal);
    }
    this.follow(false);
    if (isBusy() || signal.aborted) return;
    for (const { turnId } of this.left) this.parts.onGivenUp(turnId);
  }

  private async finishFirst(): Promise<void> {
    const [first, ...others] = this.left;
    if (!first || this.parts.isBusy()) return;
    this.left = others;
    await this.parts.finish(first);
  }

  private follow(isHeld: boolean): void {
    if (this.isHeld === isHeld) return;
    this.isHeld = isHeld;
    this.parts.onFollow();
  }
}
