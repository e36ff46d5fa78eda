import type { CheckedClaim } from './checkCitations';

/** Marks the line that a check has written, so that the next one replaces it. */
const comment = '<!-- citations checked -->';
const line = /^> .*<!-- citations checked -->\n\n?/m;

/** How many claims the pages support, of how many that were checked. */
export function countSupported(checked: readonly CheckedClaim[]): { readonly supported: number; readonly all: number } {
  const found = checked.filter(({ finding }) => finding !== undefined);
  return { supported: found.filter(({ finding }) => finding?.verdict === 'supported').length, all: found.length };
}

/** The report with a summary under its title, in place of an earlier one. `words`: one line of plain text. */
export function withSummary(markdown: string, words: string): string {
  const clean = markdown.replace(line, '');
  const head = /^---\n[\s\S]*?\n---\n+/.exec(clean)?.[0].length ?? 0;
  const title = /^# .*\n+/.exec(clean.slice(head))?.[0].length ?? 0;
  const at = head + title;
  return `${clean.slice(0, at)}> ${words} ${comment}\n\n${clean.slice(at)}`;
}
