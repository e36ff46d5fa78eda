import type { StateInline } from 'markdown-it';
import { isFormula, isName, isProse, isTex } from './formulaText';

/** Nobody writes a longer one into a line. Characters, between dollars and between brackets with strokes. */
const longestInlineFormula = 300;
const longestBracketFormula = 1_000;

const dollar = '$';

export interface InlineFormula {
  /** In the words of TeX, without its marks. */
  readonly content: string;
  /** Where it ends, marks included. */
  readonly end: number;
}

/** `$x$`, `$$x$$`, `\(x\)` or `\[x\]` in a line of text. */
export function inlineFormula(state: StateInline, silent: boolean): boolean {
  const found = formulaAt(state.src, state.pos, state.posMax);
  if (!found) return false;
  if (!silent) state.push('inline_formula', 'math', 0).content = found.content;
  state.pos = found.end;
  return true;
}

/** The formula that begins at this place and ends before `max`, if there is one. */
export function formulaAt(src: string, pos: number, max: number): InlineFormula | undefined {
  if (src[pos] === dollar) return betweenDollars(src, pos, max);
  if (src[pos] === '\\') return betweenBrackets(src, pos, max);
  return undefined;
}

/**
 * Most dollars are money or a shell's, so this is a formula only where nothing that is part of a word or of a variable
 * touches its marks, and what stands between is one.
 */
function betweenDollars(src: string, pos: number, max: number): InlineFormula | undefined {
  const mark = src[pos + 1] === dollar ? dollar + dollar : dollar;
  const start = pos + mark.length;
  const end = closingDollar(src, start, Math.min(max, start + longestInlineFormula));
  if (end === undefined || !src.startsWith(mark, end)) return undefined;
  const after = end + mark.length;
  const content = src.slice(start, end);
  if (after > max || !isFormula(content)) return undefined;
  const before = src.slice(Math.max(0, pos - 2), pos);
  return isApart(content, before, src.slice(after, after + 2)) ? { content, end: after } : undefined;
}

/** Whether what touches the marks is no part of what they are marks of. */
function isApart(content: string, before: string, after: string): boolean {
  if (/[\p{L}$]$/u.test(before) || /^[\p{L}_${(]|^\.[A-Za-z_]/u.test(after)) return false;
  // 5$x$ and 90$^\circ$, but not 5$-6$ for an amount; 3$\times$4.
  if (/\p{N}$/u.test(before) && !/^(?:\\[A-Za-z]{2}|\^|[A-Za-z](?![A-Za-z]))/.test(content)) return false;
  if (/^\p{N}/u.test(after) && !/^\\[A-Za-z]{2,}$/.test(content)) return false;
  return !content.endsWith('=') || !/^['"\\]/.test(after);
}

/** The next dollar that is not one of the formula itself, as `\$` is. */
function closingDollar(src: string, start: number, end: number): number | undefined {
  for (let at = start; at < end; at++) {
    if (src[at] === '\\') at += 1;
    else if (src[at] === dollar) return at;
    else if (src[at] === '\n' || src[at] === '`') return undefined;
  }
  return undefined;
}

/** Parentheses with strokes are hardly ever anything else, but for a name or words; square ones often are. */
function betweenBrackets(src: string, pos: number, max: number): InlineFormula | undefined {
  const mark = src[pos + 1];
  if (mark !== '(' && mark !== '[') return undefined;
  const end = closingBracket(src, pos + 2, Math.min(max, pos + longestBracketFormula), mark);
  if (end === undefined) return undefined;
  const content = src.slice(pos + 2, end).trim();
  const isSure = mark === '(' ? !isName(content) : isTex(content);
  return content === '' || !isSure || isText(content) ? undefined : { content, end: end + 2 };
}

function closingBracket(src: string, start: number, end: number, mark: '(' | '['): number | undefined {
  const closing = mark === '(' ? ')' : ']';
  for (let at = src.indexOf('\\', start); at >= 0 && at + 1 < end; at = src.indexOf('\\', at + 2)) {
    if (src[at + 1] === closing) return at;
    if (src[at + 1] === mark) return undefined;
  }
  return undefined;
}

/** Whether a formula may have begun at the end of a text and go on behind it. */
export function endsInFormula(text: string): boolean {
  if (text.slice(-longestInlineFormula).includes(dollar)) return true;
  const end = text.slice(-longestBracketFormula);
  return isOpen(end, '\\(', '\\)') || isOpen(end, '\\[', '\\]');
}

function isOpen(text: string, opening: string, closing: string): boolean {
  const start = text.lastIndexOf(opening);
  // What has words in it does not become a formula any more.
  return start > text.lastIndexOf(closing) && !isText(text.slice(start + 2).replace(/\\text\w*\{[^{}]*$/, ''));
}

/** Whether there is something in it that no formula has: words, code, links, bold text. */
function isText(content: string): boolean {
  return /`|\*\*|:\/\/|\]\(/.test(content) || isProse(content);
}
