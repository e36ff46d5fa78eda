import type { AnswerChange } from '../../parts/answerChange';
import type { AnswerTimes } from '../conversation/turn';
import type { InteractionEvent } from '../interactions/events';

/** Measures one turn and each stretch of thinking in it. A stretch is thoughts without anything between them. */
export class TurnTimer {
  private readonly thoughts: number[] = [];
  /** When the stretch began that goes on now, and whether the page shows anything of it. */
  private open: { readonly since: number; readonly isShown: boolean } | undefined;
  private hasSeenThoughts: boolean;
  private firstAt: number | undefined;

  /**
   * `now`: milliseconds on a clock that never jumps. `isFromStart`: false where a window that is gone asked the question,
   * which then has no times.
   */
  constructor(
    private readonly now: () => number,
    private readonly isFromStart: boolean,
    private readonly begunAt = now(),
  ) {
    this.hasSeenThoughts = isFromStart;
  }

  /** An event has changed this of the answer. */
  note(event: InteractionEvent, changes: readonly AnswerChange[]): void {
    if (event.type === 'stepStarted' && event.step.type === 'thought') this.begin(false);
    if (changes.length > 0) this.firstAt ??= this.now();
    for (const change of changes) {
      if (change.type !== 'partAdded') continue;
      // Steps out of order: which stretch a thought belongs to is no longer known.
      if (change.at !== undefined) this.loseThoughts();
      else if (change.part.kind === 'thought') this.begin(true);
      else this.close();
    }
  }

  /** The answer begins again, with thoughts that were not seen to come. */
  loseThoughts(): void {
    this.hasSeenThoughts = false;
  }

  /** What is known while the answer goes on. Undefined: nothing. */
  get soFar(): AnswerTimes | undefined {
    const { open } = this;
    const thoughts = open?.isShown ? [...this.thoughts, this.since(open.since)] : this.thoughts;
    return this.hasSeenThoughts && thoughts.length > 0 ? { thoughts } : undefined;
  }

  /** What is known at its end. Undefined: nothing. */
  end(): AnswerTimes | undefined {
    this.close();
    if (!this.isFromStart) return undefined;
    const first = this.firstAt === undefined ? {} : { first: Math.round(this.firstAt - this.begunAt) };
    return { total: this.since(this.begunAt), ...first, thoughts: this.hasSeenThoughts ? this.thoughts : [] };
  }

  private begin(isShown: boolean): void {
    this.open = { since: this.open?.since ?? this.now(), isShown: isShown || this.open?.isShown === true };
  }

  private close(): void {
    if (this.open?.isShown) this.thoughts.push(this.since(this.open.since));
    this.open = undefined;
  }

  private since(at: number): number {
    return Math.round(this.now() - at);
  }
}
