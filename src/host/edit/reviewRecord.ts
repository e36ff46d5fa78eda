import { isJsonObject, type JsonObject, numberField, objectsField, textField } from '../../core/base/json';
import type { LineRange } from '../../core/editing/ask/editTarget';

/** What is known of a review besides its two texts. */
export interface ReviewRecord {
  readonly id: string;
  /** The name its documents have in VS Code. */
  readonly name: string;
  /** The document that the proposal is for, as a URI. It follows renames. */
  readonly documentUri: string;
  readonly languageId: string;
  /** The line the review began at, counted from 0. */
  readonly line: number;
  /** `writing` on disk means that the window was closed while the proposal was being written. */
  readonly state: 'writing' | 'ready' | 'incomplete';
  /** How many changes were offered, and how many of them the document has. */
  readonly offered: number;
  readonly applied: number;
  /** The interactions at Google that wrote the proposal, or began to. */
  readonly interactionIds: readonly string[];
  /** The one of them that a refinement continues; may be empty. */
  readonly continuedId: string;
  /** The lines of the base that Gemini was asked for. Empty: it was not asked. */
  readonly ranges: readonly LineRange[];
}

/** A review as it lies on disk. */
export interface StoredReview {
  readonly record: ReviewRecord;
  readonly base: string;
  readonly proposal: string;
}

/** Never throws: undefined where this is not the whole record of this review. */
export function readReviewRecord(text: string, id: string): ReviewRecord | undefined {
  const value = parsed(text);
  if (!isJsonObject(value) || value.id !== id) return undefined;
  const name = textField(value, 'name');
  const documentUri = textField(value, 'documentUri');
  const languageId = textField(value, 'languageId');
  const line = numberField(value, 'line');
  const offered = numberField(value, 'offered');
  const applied = numberField(value, 'applied');
  const { state } = value;
  if (name === undefined || documentUri === undefined || languageId === undefined) return undefined;
  if (line === undefined || offered === undefined || applied === undefined) return undefined;
  if (state !== 'writing' && state !== 'ready' && state !== 'incomplete') return undefined;
  return { id, name, documentUri, languageId, line, state, offered, applied, ...scopeIn(value) };
}

/** Without them a refinement asks again with all the code. */
function scopeIn(value: JsonObject): Pick<ReviewRecord, 'interactionIds' | 'continuedId' | 'ranges'> {
  const ids: readonly unknown[] = Array.isArray(value.interactionIds) ? value.interactionIds : [];
  const ranges = objectsField(value, 'ranges').flatMap((range): LineRange[] => {
    const [start, end] = [numberField(range, 'start'), numberField(range, 'end')];
    return start === undefined || end === undefined ? [] : [{ start, end }];
  });
  const interactionIds = ids.filter((id) => typeof id === 'string');
  return { interactionIds, continuedId: textField(value, 'continuedId') ?? '', ranges };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
