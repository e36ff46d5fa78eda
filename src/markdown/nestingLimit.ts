import type { StateBlock } from 'markdown-it';

/** Quotes count one, lists two. Deeper than anybody writes, and no danger to the stack or to the browser's layout. */
const deepest = 40;

/** Below the limit, each line is a paragraph of its own: nothing is lost, but nothing nests any deeper. */
export function nestingLimit(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if (silent || state.level < deepest) return false;
  const content = state.getLines(line, line + 1, state.blkIndent, false).trim();
  state.line = line + 1;
  state.push('paragraph_open', 'p', 1).map = [line, state.line];
  const inline = state.push('inline', '', 0);
  inline.content = content;
  inline.map = [line, state.line];
  inline.children = [];
  state.push('paragraph_close', 'p', -1);
  return true;
}
