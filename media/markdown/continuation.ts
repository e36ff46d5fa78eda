import type { Block, BlockOf } from '../blocks/blocks';
import { countFinal, formulaLine } from './closedBlocks';
import { isBlank, lineAt, startOfLine } from './lines';
import type { TextBefore } from './readBlocks';

/**
 * An open block of which the beginning is finished and no longer parsed. What is left of it is parsed as if it were the
 * whole, behind a `prefix` that brings the parser to where it was.
 */
export interface Continuation {
  readonly prefix: string;
  readonly prefixLines: number;
  /** The open block, given what the parser makes of `source`; undefined if the whole became something else. */
  readonly join: (rest: Block, source: string) => Block | undefined;
  /** What must be parsed again if the whole became something else. */
  readonly source: string;
  /** The text directly before the first block inside that is still parsed. */
  readonly before?: TextBefore;
}

export interface Advance {
  readonly continuation: Continuation;
  /** How many of the rows, items or blocks in the open block are finished with this. */
  readonly count: number;
  /** The blocks in them. */
  readonly blocks: readonly Block[];
  /** The first line that is not. */
  readonly line: number;
}

/** Finishes what can be finished of the last block while it is still open. All lines of `source` are whole. */
export function advance(block: Block, source: string, from: Continuation | undefined): Advance | undefined {
  const heldLine = formulaLine(source);
  switch (block.kind) {
    case 'list':
      return advanceList(block, source, heldLine);
    case 'quote':
      return advanceQuote(block, source, heldLine);
    case 'footnote':
      return advanceFootnote(block, source, heldLine);
    case 'table':
      return advanceTable(block, source, heldLine, from);
    case 'paragraph':
      return advanceParagraph(block, source, heldLine, from);
    default:
      return undefined;
  }
}

function advanceList(block: BlockOf<'list'>, source: string, heldLine: number): Advance | undefined {
  let count = block.items.length - 1;
  while (count > 0 && (block.items[count - 1]?.endLine ?? 0) > heldLine) count -= 1;
  const rest = block.items[count];
  if (count <= 0 || !rest || mayHeadTable(source, rest.line)) return undefined;
  const finished = block.items.slice(0, count);
  const isTight = block.isTight && !hasBlankBetween(block.items, source);
  const { start } = block;
  const join = (list: Block, text: string) => {
    if (list.kind !== 'list') return undefined;
    return { ...list, start, isTight: isTight && list.isTight && !hasBlankBetween(list.items, text) };
  };
  const continuation = { prefix: '', prefixLines: 0, source: '', join };
  return { continuation, count, blocks: finished.flatMap(({ blocks }) => blocks), line: rest.line };
}

/**
 * A list is loose if a blank line parts two of its items, or two blocks in one of them. The parser only tells by the
 * paragraphs, and there may be none among those that it still sees.
 */
function hasBlankBetween(items: BlockOf<'list'>['items'], source: string): boolean {
  const lines = source.split('\n');
  const isBelowBlank = ({ line }: { readonly line: number }) => isBlank(lines[line - 1] ?? '');
  return items.slice(1).some(isBelowBlank) || items.some(({ blocks }) => blocks.slice(1).some(isBelowBlank));
}

function advanceQuote({ blocks }: BlockOf<'quote'>, source: string, heldLine: number): Advance | undefined {
  const count = countFinal(blocks, heldLine);
  const rest = blocks[count];
  // Further in, the mark would begin no quote, though it goes on with one.
  if (count === 0 || !rest || !/^ {0,3}>/.test(lineAt(source, rest.line))) return undefined;
  if (mayHeadTable(source, rest.line)) return undefined;
  const join = (quote: Block) => (quote.kind === 'quote' ? quote : undefined);
  // The first token is the quote itself.
  const before = { source: textIn(blocks[count - 1]), token: 1 };
  const continuation = { prefix: '', prefixLines: 0, source: '', before, join };
  return { continuation, count, blocks: blocks.slice(0, count), line: rest.line };
}

function advanceFootnote(
  { label, blocks }: BlockOf<'footnote'>,
  source: string,
  heldLine: number,
): Advance | undefined {
  const count = countFinal(blocks, heldLine);
  const rest = blocks[count];
  if (count === 0 || !rest || mayHeadTable(source, rest.line)) return undefined;
  const join = (note: Block) => (note.kind === 'footnote' ? note : undefined);
  const before = { source: textIn(blocks[count - 1]), token: 1 };
  const continuation = { prefix: `[^${label}]:\n`, prefixLines: 1, source: '', before, join };
  return { continuation, count, blocks: blocks.slice(0, count), line: rest.line };
}

/** At the beginning of a text a table goes before all else; inside of a list or quote, the next item does. */
function mayHeadTable(source: string, line: number): boolean {
  return lineAt(source, line).includes('|');
}

/** What a block says, if that may be the name of the file that the next one is. */
export function textIn(block: Block | undefined): string {
  return block?.kind === 'paragraph' || block?.kind === 'heading' ? block.source : '';
}

/** Rows do not depend on each other, so that the head is enough to read the next one. */
function advanceTable(
  block: BlockOf<'table'>,
  source: string,
  heldLine: number,
  from: Continuation | undefined,
): Advance | undefined {
  const firstRow = block.line + 2;
  const count = Math.min(block.rows.length, heldLine - firstRow);
  if (count <= 0) return undefined;
  const prefix = from?.prefix ?? source.slice(startOfLine(source, block.line), startOfLine(source, block.line + 2));
  const join = (table: Block) => (table.kind === 'table' ? table : undefined);
  return {
    continuation: { prefix, prefixLines: 2, source: '', join },
    count,
    blocks: [],
    line: firstRow + count,
  };
}

/** Stands for all lines of a paragraph before the one that may still become the head of a table. */
const standIn = 'x\n';

function advanceParagraph(
  block: BlockOf<'paragraph'>,
  source: string,
  heldLine: number,
  from: Continuation | undefined,
): Advance | undefined {
  const firstLine = block.line + (from?.prefixLines ?? 0);
  const line = Math.min(block.endLine - 1, heldLine);
  if (line <= firstLine || (!from && block.source.startsWith('['))) return undefined;
  const lines = source.slice(startOfLine(source, firstLine), startOfLine(source, line));
  const settled = from ? from.source + lines : lines.replace(/^[ \t]+/, '');
  const join = (whole: Block) => {
    if (whole.kind !== 'paragraph') return undefined;
    const rest = whole.source.slice(standIn.length);
    return { ...whole, source: rest === '' ? settled.replace(/[ \t\n]+$/, '') : settled + rest };
  };
  return { continuation: { prefix: standIn, prefixLines: 1, source: settled, join }, count: 0, blocks: [], line };
}
