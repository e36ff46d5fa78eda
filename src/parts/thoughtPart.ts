import type { Content } from '../core/interactions/content';
import type { PartDescriptor } from './descriptor';

/** The summary of one step of thinking. Its signature stays in the step: only the service needs it. */
export interface ThoughtPart {
  readonly kind: 'thought';
  /** Markdown. */
  readonly text: string;
}

export const thoughtPart: PartDescriptor<ThoughtPart, Extract<Content, { type: 'text' }>> = {
  read: ({ text }) => ({ kind: 'thought', text }),
  markdown: () => 'nothing',
  searchText: () => '',
  grow: (part, text) => ({ ...part, text: part.text + text }),
  join: (parts) => ({ kind: 'thought', text: parts.map(({ text }) => text).join('') }),
};

/** What one more item adds to a thought. Deep Research ends none with a line break, and a headline needs a line of its own. */
export function behindThought(before: string, item: string): string {
  const isStuck = before !== '' && !before.endsWith('\n') && /^\*{2,3}[^*\n]+\*{2,3}[ \t]*\n/.test(item);
  return isStuck ? `\n\n${item}` : item;
}
