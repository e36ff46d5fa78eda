import type { StateInline } from 'markdown-it';

/** Nobody writes a longer one into a line. Characters. */
export const longestInlineFormula = 300;

const dollar = '$';

/**
 * `$x$` or `$$x$$` in a line of text. Most dollars are money or a shell's, so this is a formula only where there is no blank
 * inside of the marks, nothing that is part of a word or of a variable touches them, and more than a name stands between.
 */
export function inlineFormula(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== dollar || /[\p{L}\p{N}$]$/u.test(src.slice(Math.max(0, pos - 2), pos))) return false;
  const mark = src[pos + 1] === dollar ? dollar + dollar : dollar;
  const start = pos + mark.length;
  const end = closingDollar(src, start, Math.min(state.posMax, start + longestInlineFormula));
  if (end === undefined || !src.startsWith(mark, end)) return false;
  const after = end + mark.length;
  if (after > state.posMax || /^[\p{L}\p{N}${(]/u.test(src.slice(after, after + 2))) return false;
  const content = src.slice(start, end);
  if (!isFormula(content) || (mark === dollar && isName(content))) return false;
  if (!silent) state.push('inline_formula', 'math', 0).content = content;
  state.pos = after;
  return true;
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

function isFormula(content: string): boolean {
  return content !== '' && content.trim() === content;
}

/** As templates and shells have between dollars. */
function isName(content: string): boolean {
  return /^(?:[A-Za-z_]\w{2,}$|\{)/.test(content);
}
