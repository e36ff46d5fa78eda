import { maxFormulaLines, mayBeginFormula } from '../../src/markdown/formula';
import type { Block } from '../blocks/blocks';
import { isBlank } from './lines';

/**
 * How many of these sibling blocks no later line can change, given that all lines so far are whole. A block is closed by
 * the next one, with two exceptions: a definition may go on over lines that look like blocks of their own, and so may a
 * formula, which begins on `heldLine`.
 */
export function countFinal(blocks: readonly Block[], heldLine: number): number {
  let count = Math.max(0, blocks.length - 1);
  while (count > 0 && (blocks[count - 1]?.endLine ?? 0) > heldLine) count -= 1;
  for (let definition = openDefinition(blocks, count); definition !== undefined; ) {
    count = definition;
    definition = openDefinition(blocks, count);
  }
  return count;
}

/** The line on which a formula may have begun that is not closed yet. */
export function formulaLine(source: string): number {
  if (!/\$\$|\\\[/.test(source)) return Number.POSITIVE_INFINITY;
  const lines = source.split('\n');
  const last = lines.length - 2;
  let first = last + 1;
  while (first > 0 && first > last + 1 - maxFormulaLines && !isBlank(lines[first - 1] ?? '')) first -= 1;
  for (let line = first; line <= last; line++) if (mayBeginFormula(lines[line] ?? '')) return line;
  return Number.POSITIVE_INFINITY;
}

/** The block before `count` in which a definition, or what may become one, reaches over to the block at `count`. */
function openDefinition(blocks: readonly Block[], count: number): number | undefined {
  for (let at = count - 1; at >= 0; at--) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (!block || !next || block.endLine !== next.line || !continuesText(next)) return undefined;
    if (mayBeDefinition(lastLeaf(block))) return at;
    if (!continuesText(block)) return undefined;
  }
  return undefined;
}

/** Whether the lines of a block could as well be lines of a definition. All other blocks end one. */
function continuesText({ kind }: Block): boolean {
  return kind === 'paragraph' || kind === 'heading' || kind === 'code' || kind === 'definition';
}

function mayBeDefinition(leaf: Block | undefined): boolean {
  if (leaf?.kind === 'paragraph' || leaf?.kind === 'heading') return leaf.source.startsWith('[');
  return leaf?.kind === 'definition';
}

function lastLeaf(block: Block): Block | undefined {
  let leaf: Block | undefined = block;
  while (leaf?.kind === 'quote' || leaf?.kind === 'list' || leaf?.kind === 'footnote') {
    leaf = leaf.kind === 'list' ? leaf.items.at(-1)?.blocks.at(-1) : leaf.blocks.at(-1);
  }
  return leaf;
}
