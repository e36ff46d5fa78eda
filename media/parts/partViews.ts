import type { AnswerPart, PartKind } from '../../src/parts/answerPart';
import type { PanelContext } from '../panelContext';
import { type MediaEvents, mediaView } from './mediaView';
import type { PartView } from './partView';
import { type Cite, type OnCode, TextView } from './textView';
import { ThoughtView } from './thoughtView';
import { unknownView } from './unknownView';

/** Those of tools share views: see `Tools`. */
type SingleKind = Exclude<PartKind, 'toolCall' | 'toolResult'>;
type SinglePart = Extract<AnswerPart, { readonly kind: SingleKind }>;

export interface PartEvents {
  readonly cite: Cite;
  /** Absent where blocks of code have no actions. */
  readonly onCode?: OnCode | undefined;
  readonly media: MediaEvents;
}

export function createPartView(part: SinglePart, context: PanelContext, events: PartEvents): PartView {
  const { cite, onCode, media } = events;
  switch (part.kind) {
    case 'text':
      return new TextView(part, context, cite, onCode);
    case 'thought':
      return new ThoughtView(part, context);
    case 'media':
      return mediaView(part, media);
    case 'unknown':
      return unknownView(part);
  }
}
