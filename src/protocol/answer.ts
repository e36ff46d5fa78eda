import { index, listOf, oneOf, optional, record, text, variant } from './shape';

export interface SourceView {
  readonly title: string;
  readonly url: string;
}

const mediaKinds = ['image', 'audio', 'video', 'document'] as const;

/** One piece of an answer, in the order it arrived. `step` is the step type as the API spells it. */
export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'thought'; readonly text: string }
  | { readonly kind: 'tool'; readonly step: string; readonly text: string }
  | {
      readonly kind: 'media';
      readonly media: (typeof mediaKinds)[number];
      readonly mimeType: string;
      /** Base64; absent when the service only gave an address, which is never loaded. */
      readonly data?: string;
    }
  | { readonly kind: 'sources'; readonly sources: readonly SourceView[] }
  | { readonly kind: 'unknown'; readonly text: string };

export const answerPart = variant<AnswerPart, 'kind'>('kind', {
  text: { text },
  thought: { text },
  tool: { step: text, text },
  media: { media: oneOf(mediaKinds), mimeType: text, data: optional(text) },
  sources: { sources: listOf(record<SourceView>({ title: text, url: text })) },
  unknown: { text },
});

/** How an answer changes. `part` is counted from 0 among the parts of the turn. */
export interface AnswerFacts {
  partAdded: { readonly turnId: string; readonly part: AnswerPart };
  partGrew: { readonly turnId: string; readonly part: number; readonly text: string };
  partReplaced: { readonly turnId: string; readonly part: number; readonly value: AnswerPart };
}

export const answerFacts = {
  partAdded: { turnId: text, part: answerPart },
  partGrew: { turnId: text, part: index, text },
  partReplaced: { turnId: text, part: index, value: answerPart },
};
