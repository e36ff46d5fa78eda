import { OpenFence } from '../../src/markdown/openFence';
import type { BlockOf } from '../blocks/blocks';
import { isBlank, lineAt, startOfLine } from './lines';

/** What is open, if the code block is a fence at the beginning of a line that is not closed by the end of `source`. */
export function openFence(block: BlockOf<'code'>, source: string): OpenFence | undefined {
  const fence = fenceOf(block, source);
  // With a stroke in it, the line is the head of a table if the next one is made for that.
  const isSure = block.endLine > block.line + 1 || !lineAt(source, block.line).includes('|');
  return fence && isSure && !isClosedBy(fence, block, source) ? fence : undefined;
}

export function isClosedFence(block: BlockOf<'code'>, source: string): boolean {
  const fence = fenceOf(block, source);
  return fence !== undefined && isClosedBy(fence, block, source);
}

function fenceOf({ line, language }: BlockOf<'code'>, source: string): OpenFence | undefined {
  const marks = /^(?:`{3,}|~{3,})/.exec(lineAt(source, line))?.[0];
  return marks === undefined ? undefined : new OpenFence({ mark: marks.charAt(0), length: marks.length, language });
}

/** Whether one of the lines of the block closes the fence. All of them are read. */
function isClosedBy(fence: OpenFence, { line, endLine }: BlockOf<'code'>, source: string): boolean {
  const lines = source.slice(startOfLine(source, line + 1), startOfLine(source, endLine)).split('\n');
  return lines.slice(0, endLine - line - 1).some((each) => readLine(fence, each));
}

/** Takes the next whole line, and tells whether it closes the fence. */
export function readLine(fence: OpenFence, line: string): boolean {
  return fence.read(line.slice(blanks(line)), indentOf(line));
}

/** Whether the beginning of a line may still turn out to be no code: to close the fence, or to be blanks at the very end. */
export function isHeldBack(fence: OpenFence, beginning: string): boolean {
  return isBlank(beginning) || fence.mayClose(beginning.slice(blanks(beginning)), indentOf(beginning));
}

/**
 * Where the line that closes the fence begins and ends, break included. Only whole lines are looked at, and each may be
 * given only once.
 */
export function findClosing(fence: OpenFence, text: string): readonly [start: number, end: number] | undefined {
  for (let start = 0; ; ) {
    const end = text.indexOf('\n', start) + 1;
    if (end === 0) return undefined;
    if (readLine(fence, text.slice(start, end - 1))) return [start, end];
    start = end;
  }
}

function blanks(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}

/** In columns. A tab goes on to the next one that four divide. */
function indentOf(line: string): number {
  let columns = 0;
  for (const char of line.slice(0, blanks(line))) columns += char === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}
