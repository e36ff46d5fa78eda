import type { StateBlock } from 'markdown-it';

const mark = '$$';
/** A bound for the look ahead. Nobody writes longer formulas. */
export const maxFormulaLines = 100;

/**
 * Lines between `$$` and `$$`, each at an end of a line. Like in TeX, there is no blank line in it. What is not closed is a
 * text about money or a shell.
 */
export function formula(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (indentOf(state, startLine) >= 4 || !state.src.startsWith(mark, contentStart(state, startLine))) return false;
  const first = lineText(state, startLine).slice(mark.length);
  const lastLine = first.endsWith(mark) ? startLine : closingLine(state, startLine, endLine);
  if (lastLine === undefined) return false;
  const inner =
    lastLine === startLine
      ? first
      : `${first}\n${state.getLines(startLine + 1, lastLine + 1, state.blkIndent, false).trimEnd()}`;
  const source = inner.slice(0, -mark.length).trim();
  if (source === '') return false;
  if (silent) return true;
  state.line = lastLine + 1;
  const token = state.push('formula', 'math', 0);
  token.content = source;
  token.map = [startLine, state.line];
  return true;
}

function closingLine(state: StateBlock, startLine: number, endLine: number): number | undefined {
  const last = Math.min(endLine, startLine + maxFormulaLines);
  // Below zero: asked by a paragraph whether it ends where this begins, outside of the list that the paragraph is in.
  const leastIndent = Math.min(0, indentOf(state, startLine));
  for (let line = startLine + 1; line < last; line++) {
    if (state.isEmpty(line) || indentOf(state, line) < leastIndent) return undefined;
    if (lineText(state, line).endsWith(mark)) return line;
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
