import type { Token } from 'markdown-it';
import { quietFormula } from './quietFormula';
import type { SourceLines } from './sourceLines';

/** `#` and the number of the heading's level. Underlined ones have only two levels. */
export function writeHeading(
  token: Token,
  text: string,
  written: string,
  { level, isOneLine }: { readonly level: number; readonly isOneLine: boolean },
  lines: SourceLines,
): void {
  const [line, endLine] = token.map ?? [0, 0];
  const marks = '#'.repeat(Math.min(6, Number(token.tag.slice(1)) + level));
  if (token.markup.startsWith('#')) {
    const source = lines.at(line);
    const [before = '', own = ''] = /^(.*?)(#+)(?=[ \t]|$)/.exec(source)?.slice(1) ?? [];
    const rest = source.slice(before.length + own.length);
    const at = text === '' ? 0 : rest.indexOf(text);
    lines.replace(line, before + marks + rest.slice(0, at) + written + rest.slice(at + text.length));
  } else if (!isOneLine) lines.replaceText(line, text, written);
  else {
    const before = lines.before(line, text.split('\n')[0] ?? '');
    // Marks at its end would be taken for the end of the heading.
    const words = written.replace(/(#+)$/, '\\$1');
    lines.replace(line, `${before}${marks} ${words}`);
    // The line below could make the head of a table of it.
    const isHead = words.includes('|') && /^[ \t>]*[|:-][|:\s-]*$/.test(lines.at(endLine));
    if (isHead) lines.replace(endLine, `${/^[ \t>]*/.exec(lines.at(endLine))?.[0].trimEnd()}\n${lines.at(endLine)}`);
    for (let other = line + 1; other < endLine; other++) lines.remove(other);
  }
}

/** A fence that is longer than all in it, and closed: others than us do not know that Markdown may hold fences. */
export function writeFence(token: Token, lines: SourceLines): void {
  const [line, endLine] = token.map ?? [0, 0];
  const mark = token.markup.charAt(0);
  const longest = Math.max(0, ...(token.content.match(new RegExp(`${mark}{3,}`, 'g')) ?? []).map((run) => run.length));
  const marks = mark.repeat(Math.max(token.markup.length, longest + 1));
  const contentLines = token.content === '' ? 0 : token.content.replace(/\n$/, '').split('\n').length;
  const isClosed = endLine - line - 1 > contentLines;
  const opening = lines.at(line);
  lines.replace(line, opening.replace(token.markup, marks));
  if (isClosed) lines.replace(endLine - 1, lines.at(endLine - 1).replace(token.markup, marks));
  else {
    const before = opening.slice(0, opening.indexOf(token.markup)).replace(/\[\^.*?\]:[ \t]*/, '    ');
    const inner = before.replace(/[^>\t]/g, ' ');
    // A blank line at its end still sets the items of a list apart.
    const gap = /^[ \t>]*$/.test(lines.at(endLine - 1)) && token.level > 0 ? `\n${inner.trimEnd()}` : '';
    lines.replace(endLine - 1, `${lines.at(endLine - 1)}\n${inner}${marks}${gap}`);
  }
}

/** A formula whose lines begin nothing else for those who do not know formulas. */
export function writeFormula(
  token: Token,
  lines: SourceLines,
  { quotes, isBeforeItem }: { readonly quotes: number; readonly isBeforeItem: boolean },
): void {
  const [line, endLine] = token.map ?? [0, 0];
  for (let at = line; at < endLine; at++) {
    const source = lines.at(at);
    const before = quoteMarks(source, quotes);
    const text = quietFormula(source.slice(before.length));
    // So far in, a line goes on with a paragraph whatever it begins with.
    const mayBegin = at > line && /^(?:[-+*=_#>|~`<[]|\d{1,9}[.)])/.test(text);
    lines.replace(at, `${before}${mayBegin ? '    ' : ''}${text}`);
  }
  const next = lines.at(endLine);
  const marks = quoteMarks(next, quotes);
  // The line between them is blank, but does not end a quote that goes on.
  if (token.content.includes('`') && !isBeforeItem && next.slice(marks.length).trim() !== '') {
    lines.replace(endLine - 1, `${lines.at(endLine - 1)}\n${marks.trimEnd()}`);
  }
}

/** The marks of quotes at the beginning of a line, up to a number of them, and the blanks around them. */
function quoteMarks(line: string, quotes: number): string {
  return new RegExp(`^(?:[ \\t]*>){0,${quotes}}[ \\t]*`).exec(line)?.[0] ?? '';
}
