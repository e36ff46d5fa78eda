/** A fenced block of an answer. */
export interface FencedBlock {
  /** What follows the opening fence. */
  readonly info: string;
  readonly lines: readonly string[];
  readonly isClosed: boolean;
}

/** A line that opens or closes a fenced block. */
interface Fence {
  readonly char: string;
  readonly length: number;
  readonly info: string;
}

/**
 * The blocks of an answer that was not written in the form it was asked for. A fence with an info string inside a block
 * begins a block of its own in it, as models write Markdown, and the next bare fence closes that one. Bare fences inside
 * bare fences cannot be told apart: such an answer falls into several blocks, which are refused later.
 */
export function fencedBlocks(lines: readonly string[]): readonly FencedBlock[] {
  const blocks: { info: string; lines: string[]; isClosed: boolean }[] = [];
  const open: Fence[] = [];
  for (const line of lines) {
    const fence = fenceIn(line);
    const [innermost, block] = [open.at(-1), blocks.at(-1)];
    if (!innermost || !block) {
      if (!fence) continue;
      open.push(fence);
      blocks.push({ info: fence.info, lines: [], isClosed: false });
    } else if (fence && fence.char === innermost.char && fence.length >= innermost.length) {
      if (fence.info === '') open.pop();
      else open.push(fence);
      if (open.length === 0) block.isClosed = true;
      else block.lines.push(line);
    } else {
      block.lines.push(line);
    }
  }
  return blocks;
}

export function fenceIn(line: string): Fence | undefined {
  const match = /^ {0,3}(`{3,}|~{3,})\s*([^`]*?)\s*$/.exec(line);
  const run = match?.[1];
  return run === undefined ? undefined : { char: run.charAt(0), length: run.length, info: match?.[2] ?? '' };
}
