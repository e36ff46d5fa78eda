import type { InputContent } from '../interactions/port';
import type { Turn } from './turn';

/** A turn's prompt and attachments as the model reads them. */
export function inputOf(turn: Pick<Turn, 'prompt' | 'attachments'>): readonly InputContent[] {
  const attached = turn.attachments.map((code) => ({
    type: 'text' as const,
    text: `${code.path}, lines ${code.startLine}-${code.endLine}:\n${fenced(code.text, code.languageId)}`,
  }));
  return [...attached, { type: 'text', text: turn.prompt }];
}

/** Puts text into a code fence that is longer than any fence inside it. */
export function fenced(text: string, languageId: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${languageId}\n${text}${text.endsWith('\n') ? '' : '\n'}${fence}`;
}
