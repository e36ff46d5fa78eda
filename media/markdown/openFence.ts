import type { BlockOf } from '../blocks/blocks';
import { lineAt } from './lines';

/** Code between fences whose end has not come. Its lines are not parsed, only compared with the fence. */
export interface OpenFence {
  readonly mark: string;
  readonly length: number;
}

/** What is open, if the code block is a fence at the beginning of a line that is not closed by the end of `source`. */
export function openFence(block: BlockOf<'code'>, source: string): OpenFence | undefined {
  const fence = fenceOf(block, source);
  // With a stroke in it, the line is the head of a table if the next one is made for that.
  const isSure = block.endLine > block.line + 1 || !lineAt(source, block.line).includes('|');
  return fence && isSure && !isClosed(fence, block, source) ? fence : undefined;
}

export function isClosedFence(block: BlockOf<'code'>, source: string): boolean {
  const fence = fenceOf(block, source);
  return fence !== undefined && isClosed(fence, block, source);
}

function fenceOf({ line }: BlockOf<'code'>, source: string): OpenFence | undefined {
  const marks = /^(?:`{3,}|~{3,})/.exec(lineAt(source, line))?.[0];
  return marks === undefined ? undefined : { mark: marks.charAt(0), length: marks.length };
}

function isClosed(fence: OpenFence, { line, endLine }: BlockOf<'code'>, source: string): boolean {
  return endLine - 1 > line && closes(fence, lineAt(source, endLine - 1));
}

export function closes({ mark, length }: OpenFence, line: string): boolean {
  const run = markRun(line, mark);
  return run.length >= length && run.isLast;
}

/** Whether the beginning of a line may still turn out to close the fence. */
export function mayClose({ mark }: OpenFence, line: string): boolean {
  return markRun(line, mark).isLast;
}

/** Where the line that closes the fence begins and ends, break included. Only whole lines are looked at. */
export function findClosing(fence: OpenFence, text: string): readonly [start: number, end: number] | undefined {
  for (let start = 0; ; ) {
    const end = text.indexOf('\n', start) + 1;
    if (end === 0) return undefined;
    if (closes(fence, text.slice(start, end - 1))) return [start, end];
    start = end;
  }
}

/** The marks at the beginning of a line, and whether nothing but blanks follows. */
function markRun(line: string, mark: string): { readonly length: number; readonly isLast: boolean } {
  let start = 0;
  while (start < 3 && line[start] === ' ') start += 1;
  let end = start;
  while (line[end] === mark) end += 1;
  return { length: end - start, isLast: /^[ \t]*$/.test(line.slice(end)) };
}
