import type { PartGain } from '../../src/parts/answerChange';
import type { AnswerPart } from '../../src/parts/answerPart';

/** One piece of an answer on the page. Several may share an element. */
export interface PartView {
  readonly element: HTMLElement;
  /** Absent for pieces that arrive whole. */
  grow?(text: string): void;
  /** Goes on with a part that continues it. Absent: only its text does. */
  join?(part: AnswerPart): void;
  /** Absent where what lists gain is not shown. `nth`: of which of the parts that it shows, counted from 0. */
  gain?(gain: PartGain, nth: number): void;
  /** Shows this in its place. False, or absent: that takes another view. */
  replace?(part: AnswerPart): boolean;
  /** What it has taken until now, in milliseconds; once it is settled, what it took. Absent where time says nothing. */
  time?(ms: number): void;
  /** No more comes. */
  settle?(): void;
  /** Shows now what was left for the next frames. */
  complete?(): void;
}
