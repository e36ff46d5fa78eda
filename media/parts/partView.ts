import type { PartGain } from '../../src/parts/answerChange';

/** One piece of an answer on the page. */
export interface PartView {
  readonly element: HTMLElement;
  /** Absent for pieces that arrive whole. */
  readonly grow?: (text: string) => void;
  /** Absent where what lists gain is not shown. */
  readonly gain?: (gain: PartGain) => void;
  /** No more comes. */
  readonly settle?: () => void;
  /** Shows now what was left for the next frames. */
  readonly complete?: () => void;
}
