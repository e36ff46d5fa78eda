import { type TextRange, utf8Length, utf16Ranges } from '../core/base/utf8';
import type { Content } from '../core/interactions/content';
import { type Citation, movedCitations, readCitations } from './citation';
import type { PartDescriptor } from './descriptor';

/** One text item of what the model wrote, as the service cuts it: the offsets of its citations count from its beginning. */
export interface TextPart {
  readonly kind: 'text';
  /** Markdown. */
  readonly text: string;
  /** Absent: none. */
  readonly citations?: readonly Citation[];
}

export const textPart: PartDescriptor<TextPart, Extract<Content, { type: 'text' }>> = {
  read: ({ text, annotations }) => withCitations(text, readCitations(annotations)),
  markdown: ({ text }) => ({ text }),
  searchText: ({ text }) => text,
  grow: (part, text) => ({ ...part, text: part.text + text }),
  join: (parts) => {
    let before = 0;
    const citations = parts.flatMap((part) => {
      const moved = movedCitations(part.citations ?? [], before);
      before += utf8Length(part.text);
      return moved;
    });
    return withCitations(parts.map(({ text }) => text).join(''), citations);
  },
};

/** Where the citations of a part stand in its text, in UTF-16 units and in their order. Undefined: nowhere in it. */
export function citedRanges({ text, citations = [] }: TextPart): readonly (TextRange | undefined)[] {
  return utf16Ranges(text, citations);
}

function withCitations(text: string, citations: readonly Citation[]): TextPart {
  return { kind: 'text', text, ...(citations.length > 0 && { citations }) };
}
