import type { StateBlock } from 'markdown-it';
import { readInfo } from './infoString';
import { OpenFence } from './openFence';

/** Code between fences, as in CommonMark but for Markdown in them: see `OpenFence`. */
export function fence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const { marks, info } = openingOf(state, startLine) ?? {};
  if (marks === undefined || info === undefined) return false;
  if (silent) return true;
  const { language } = readInfo(state.md.utils.unescapeAll(info));
  const open = new OpenFence({ mark: marks.charAt(0), length: marks.length, language });
  let line = startLine + 1;
  let isClosed = false;
  while (line < endLine && !endsContainer(state, line)) {
    isClosed = open.read(contentOf(state, line), indentOf(state, line));
    if (isClosed) break;
    line += 1;
  }
  state.line = isClosed ? line + 1 : line;
  const token = state.push('fence', 'code', 0);
  token.info = info;
  token.content = state.getLines(startLine + 1, line, state.sCount[startLine] ?? 0, true);
  token.markup = marks;
  token.map = [startLine, state.line];
  return true;
}

function openingOf(state: StateBlock, line: number): { readonly marks: string; readonly info: string } | undefined {
  if (indentOf(state, line) > 3) return undefined;
  const [, marks = '', info = ''] = /^(`{3,}|~{3,})(.*)$/s.exec(contentOf(state, line)) ?? [];
  return marks === '' || (marks.startsWith('`') && info.includes('`')) ? undefined : { marks, info };
}

/** Whether the line is not in the list item any more that the fence is in. */
function endsContainer(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && indentOf(state, line) < 0;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

function contentOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
