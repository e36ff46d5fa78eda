import type { PartDescriptor, PartMarkdown } from './descriptor';
import { type MediaPart, mediaPart } from './mediaPart';
import { type TextPart, textPart } from './textPart';
import { type ThoughtPart, thoughtPart } from './thoughtPart';
import { type ToolCallPart, toolCallPart } from './toolCallPart';
import { type ToolResultPart, toolResultPart } from './toolResultPart';
import { type UnknownPart, unknownPart } from './unknownPart';

/**
 * One piece of an answer, in the order of the service's steps and of the content items within them. Parts are never
 * kept: they are read from the steps each time, so that a later version can show more of an old answer.
 */
export type AnswerPart = TextPart | ThoughtPart | ToolCallPart | ToolResultPart | MediaPart | UnknownPart;
export type PartKind = AnswerPart['kind'];
export type PartOf<K extends PartKind> = Extract<AnswerPart, { readonly kind: K }>;

/** Does not compile while a kind is missing. What a kind is read from is known where it is read. */
const descriptors: { readonly [K in PartKind]: PartDescriptor<PartOf<K>, never> } = {
  text: textPart,
  thought: thoughtPart,
  toolCall: toolCallPart,
  toolResult: toolResultPart,
  media: mediaPart,
  unknown: unknownPart,
};

/** What of a part goes into a Markdown document. */
export function partMarkdown<K extends PartKind>(part: PartOf<K>): PartMarkdown {
  return descriptors[part.kind].markdown(part);
}

/** Markdown in which people search. Empty: nothing of the part is searched. */
export function partSearchText<K extends PartKind>(part: PartOf<K>): string {
  return descriptors[part.kind].searchText(part);
}

/** A part with more text at its end, as `partGrew` says. */
export function grownPart<K extends PartKind>(part: PartOf<K>, text: string): AnswerPart {
  const { grow } = descriptors[part.kind];
  return grow ? grow(part, text) : part;
}

/** Whether a part of kind `next` continues one of kind `kind` that it directly follows. */
export function continues(kind: PartKind | undefined, next: PartKind): boolean {
  return kind === next && descriptors[next].join !== undefined;
}

/**
 * The parts as people read them. A text item is a part of its own, since citations count from its beginning. But the
 * service goes on in mid-sentence in the next item, step or hop: parts that continue each other are read as one. Their
 * places alone tell it, so nothing has to be remembered while an answer streams.
 */
export function joinedParts(parts: readonly AnswerPart[]): readonly AnswerPart[] {
  const runs: AnswerPart[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run && continues(run[0]?.kind, part.kind)) run.push(part);
    else runs.push([part]);
  }
  return runs.flatMap(([first, ...rest]) => (first ? [joinedRun(first, rest)] : []));
}

/** The part with this number, together with those that continue it. */
export function joinedFrom(parts: readonly AnswerPart[], index: number): AnswerPart | undefined {
  return joinedParts(parts.slice(index))[0];
}

function joinedRun<K extends PartKind>(first: PartOf<K>, rest: readonly AnswerPart[]): AnswerPart {
  const isSame = (part: AnswerPart): part is PartOf<K> => part.kind === first.kind;
  const { join } = descriptors[first.kind];
  return join && rest.length > 0 ? join([first, ...rest.filter(isSame)]) : first;
}
