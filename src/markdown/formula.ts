import type { StateBlock } from 'markdown-it';
import { isTex } from './formulaText';

/** The marks before and behind a formula that has lines of its own. */
const marks = [
  ['$$', '$$'],
  ['\\[', '\\]'],
] as const;

/** A bound for the look ahead. Nobody writes longer formulas. */
export const maxFormulaLines = 100;

/**
 * Lines between `$$` and `$$`, or `\[` and `\]`, each at an end of a line. Like in TeX, there is no blank line in it. What
 * is not closed is a text about money, a shell or words in brackets.
 */
export function formula(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) >= 4) return false;
  const start = contentStart(state, startLine);
  const [opening, closing] = marks.find(([mark]) => state.src.startsWith(mark, start)) ?? [];
  if (opening === undefined) return false;
  const first = lineText(state, startLine).slice(opening.length);
  const lastLine = closingLine(state, startLine, endLine, first, closing);
  if (lastLine === undefined) return false;
  const inner =
    lastLine === startLine
      ? first
      : `${first}\n${state.getLines(startLine + 1, lastLine + 1, state.blkIndent, false).trimEnd()}`;
  const source = inner.slice(0, -closing.length).trim();
  // Alone on its line, the mark can be nothing else; before words it may keep them from being a link.
  const isSure = opening === '$$' || first.trim() === '' || isTex(source);
  if (source === '' || !isSure) return false;
  if (silent) return true;
  state.line = lastLine + 1;
  const token = state.push('formula', 'math', 0);
  token.content = source;
  token.map = [startLine, state.line];
  return true;
}

/** Whether a formula may begin in this line, behind the marks of quotes and lists, and go on in the next one. */
export function mayBeginFormula(line: string): boolean {
  return marks.some(([opening, closing]) => {
    const start = line.indexOf(opening);
    return start >= 0 && placeOf(closing, line.slice(start + opening.length)) === undefined;
  });
}

/** The line with the first closing mark, if that is at its end. `first` is what stands behind the opening one. */
function closingLine(
  state: StateBlock,
  startLine: number,
  endLine: number,
  first: string,
  mark: string,
): number | undefined {
  const end = placeOf(mark, first);
  if (end !== undefined) return end === first.length - mark.length ? startLine : undefined;
  const last = Math.min(endLine, startLine + maxFormulaLines);
  // Below zero: asked by a paragraph whether it ends where this begins, outside of the list that the paragraph is in.
  const leastIndent = Math.min(0, indentOf(state, startLine));
  for (let line = startLine + 1; line < last; line++) {
    if (state.isEmpty(line) || indentOf(state, line) < leastIndent) return undefined;
    const text = lineText(state, line);
    const place = placeOf(mark, text);
    if (place !== undefined) return place === text.length - mark.length ? line : undefined;
  }
  return undefined;
}

/** Where a mark stands that is not part of something else: in `\\]`, the stroke belongs to the one before. */
function placeOf(mark: string, text: string): number | undefined {
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    let strokes = 0;
    while (text[at - strokes - 1] === '\\') strokes += 1;
    if (strokes % 2 === 0) return at;
  }
  return undefined;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

function contentStart(state: StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineText(state: StateBlock, line: number): string {
  return state.src.slice(contentStart(state, line), state.eMarks[line]).trimEnd();
}
