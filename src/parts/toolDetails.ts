import type { AnswerPart } from './answerPart';
import type { ToolCallPart } from './toolCallPart';
import type { ToolResultPart } from './toolResultPart';

/**
 * The call of a tool and its results, for people to read as they are: all that the service sent of them, as JSON text.
 * `index` is the number of one of them among the parts. Undefined: there is no such call and no such result.
 */
export function toolDetails(parts: readonly AnswerPart[], index: number): string | undefined {
  const wanted = parts[index];
  const id = wanted && idOf(wanted);
  if (id === undefined) return undefined;
  // Ids may be missing: then the part is alone.
  const both = id === '' ? [wanted] : parts.filter((part) => idOf(part) === id);
  return JSON.stringify(both, undefined, 2);
}

/** The id that a call and its results share; undefined for anything else. */
export function idOf(part: AnswerPart): string | undefined {
  return part.kind === 'toolCall' ? part.id : part.kind === 'toolResult' ? part.callId : undefined;
}

export function isToolPart(part: AnswerPart): part is ToolCallPart | ToolResultPart {
  return part.kind === 'toolCall' || part.kind === 'toolResult';
}
