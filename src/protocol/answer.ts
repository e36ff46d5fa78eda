import type { AnswerChange, PartGain } from '../parts/answerChange';
import type { AnswerPart } from '../parts/answerPart';
import type { Citation } from '../parts/citation';
import type { MediaPart } from '../parts/mediaPart';
import {
  type Check,
  finite,
  flag,
  index,
  isRecord,
  listOf,
  oneOf,
  optional,
  record,
  type Shapes,
  text,
  variant,
} from './shape';

/** Anything that JSON may hold. It is shown as text. */
const anyValue: Check = (value) => value !== undefined;

const range = { start: finite, end: finite };
const citation = variant<Citation, 'type'>('type', {
  url: { url: text, title: text, ...range },
  file: { name: text, uri: text, path: optional(text), page: optional(index), ...range },
  place: { name: text, url: text, placeId: text, ...range },
});

const kept = record<NonNullable<MediaPart['kept']>>({ width: optional(index), height: optional(index) });

export const answerPart = variant<AnswerPart, 'kind'>('kind', {
  text: { text, citations: optional(listOf(citation)) },
  thought: { text },
  toolCall: {
    step: text,
    id: text,
    name: text,
    arguments: isRecord,
    argumentsText: optional(text),
    other: optional(isRecord),
  },
  toolResult: { step: text, callId: text, name: text, result: anyValue, isError: flag, other: optional(isRecord) },
  media: {
    media: oneOf(['image', 'audio', 'video', 'document']),
    mimeType: text,
    data: optional(text),
    kept: optional(kept),
    uri: optional(text),
  },
  unknown: { text },
});

const gain = variant<PartGain, 'kind'>('kind', {
  text: { citations: listOf(citation) },
  toolResult: { result: listOf(anyValue) },
});

/** How the answer of a turn changes: what `AnswerChange` says, and of which turn. */
export type AnswerFacts = {
  readonly [Type in AnswerChange['type']]: { readonly turnId: string } & Omit<
    Extract<AnswerChange, { readonly type: Type }>,
    'type'
  >;
};

export const answerFacts: Shapes<AnswerFacts> = {
  partAdded: { turnId: text, part: answerPart, at: optional(index) },
  partGrew: { turnId: text, part: index, text },
  partGained: { turnId: text, part: index, gain },
  partReplaced: { turnId: text, part: index, value: answerPart },
};
