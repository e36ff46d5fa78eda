import type { JsonValue } from '../core/base/json';
import type { AnswerPart } from './answerPart';
import type { Citation } from './citation';

/** What a part gains at the end of one of its lists. */
export type PartGain =
  | { readonly kind: 'text'; readonly citations: readonly Citation[] }
  | { readonly kind: 'toolResult'; readonly result: readonly JsonValue[] };

/**
 * A change of an answer. It holds what is new and nothing of what is there already; only `partReplaced` brings a part
 * once more, which a tool step needs once or twice. `part` counts the parts from 0.
 */
export type AnswerChange =
  /** `at`: the part comes before the one with this number, as it belongs to an earlier step. Absent: at the end. */
  | { readonly type: 'partAdded'; readonly part: AnswerPart; readonly at?: number }
  /** Of a call, `text` belongs to the JSON text of its arguments. */
  | { readonly type: 'partGrew'; readonly part: number; readonly text: string }
  | { readonly type: 'partGained'; readonly part: number; readonly gain: PartGain }
  | { readonly type: 'partReplaced'; readonly part: number; readonly value: AnswerPart };
