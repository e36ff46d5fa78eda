import { embeddedMarkdown } from '../../../markdown/export/embeddedMarkdown';
import { plainText } from '../../../markdown/plainText';
import { isWeb } from '../report/sourceList';
import type { LiveFacts } from './liveFacts';

export interface AppendixWords {
  readonly title: string;
  readonly plan: string;
  readonly searches: string;
  readonly pages: string;
  readonly thoughts: string;
}

/** How a report came about: its plan, the searches, the pages read and the thoughts. Empty: nothing is known of it. */
export function appendix(plan: string | undefined, facts: LiveFacts, words: AppendixWords): string {
  const lists = [
    part(words.plan, plan === undefined ? '' : embeddedMarkdown(plan, 3)),
    part(words.searches, facts.searches.map((search) => `- ${plainText(search)}`).join('\n')),
    part(words.pages, facts.pages.map((page) => (isWeb(page) ? `- <${page}>` : `- ${plainText(page)}`)).join('\n')),
    part(words.thoughts, facts.thoughts.map((thought) => embeddedMarkdown(thought.trim(), 3)).join('\n\n')),
  ].filter((text) => text !== '');
  return lists.length === 0 ? '' : `\n## ${plainText(words.title)}\n\n${lists.join('\n\n')}\n`;
}

function part(title: string, text: string): string {
  return text.trim() === '' ? '' : `### ${plainText(title)}\n\n${text}`;
}
