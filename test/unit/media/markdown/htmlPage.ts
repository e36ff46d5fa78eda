import type { Block, ListItem } from '../../../../media/blocks/blocks';
import { References } from '../../../../media/blocks/references';
import { type BlockPage, MarkdownStream } from '../../../../media/markdown/markdownStream';
import { documentHtml } from './html';

interface OpenParts {
  readonly items: readonly ListItem[];
  readonly rows: readonly (readonly string[])[];
  readonly blocks: readonly Block[];
}

const noParts: OpenParts = { items: [], rows: [], blocks: [] };

/** Keeps what a stream shows, block by block, as a page would. */
class HtmlPage implements BlockPage {
  private readonly finished: Block[] = [];
  private open: readonly Block[] = [];
  private parts = noParts;
  /** The most blocks, items and rows that were ever shown again at once. */
  widest = 0;

  show(blocks: readonly Block[]): void {
    this.open = blocks;
    this.widest = Math.max(this.widest, ...blocks.map(sizeOf));
  }

  finish(count: number): void {
    if (count > this.open.length) throw new Error('finishes what it never showed');
    for (const block of this.open.slice(0, count)) {
      this.finished.push(withParts(block, this.parts));
      this.parts = noParts;
    }
    this.open = this.open.slice(count);
  }

  finishInside(count: number): void {
    const [block, ...others] = this.open;
    if (!block || others.length > 0) throw new Error('finishes a part of nothing');
    const { parts } = this;
    if (block.kind === 'list') this.parts = { ...parts, items: [...parts.items, ...block.items.slice(0, count)] };
    else if (block.kind === 'table') this.parts = { ...parts, rows: [...parts.rows, ...block.rows.slice(0, count)] };
    else if (block.kind === 'quote' || block.kind === 'footnote')
      this.parts = { ...parts, blocks: [...parts.blocks, ...block.blocks.slice(0, count)] };
    else throw new Error(`there are no parts in a ${block.kind}`);
  }

  growCode(text: string): void {
    const [block] = this.open;
    if (block?.kind !== 'code') throw new Error('there is no code to grow');
    this.open = [{ ...block, text: block.text + text }];
  }

  blocks(): readonly Block[] {
    return this.finished;
  }
}

function sizeOf(block: Block): number {
  if (block.kind === 'list') return block.items.length;
  if (block.kind === 'table') return block.rows.length;
  return block.kind === 'quote' || block.kind === 'footnote' ? block.blocks.length : 1;
}

/** The block with the parts of it that were finished before. A list is numbered from where it began. */
function withParts(block: Block, parts: OpenParts): Block {
  if (block.kind === 'list') return { ...block, items: [...parts.items, ...block.items] };
  if (block.kind === 'table') return { ...block, rows: [...parts.rows, ...block.rows] };
  if (block.kind === 'quote' || block.kind === 'footnote')
    return { ...block, blocks: [...parts.blocks, ...block.blocks] };
  return block;
}

/** Streams the chunks and gives what is there in the end. `partsFrom` as for the stream. */
export function streamedHtml(chunks: readonly string[], partsFrom?: number): string {
  const page = new HtmlPage();
  const references = new References();
  const stream = new MarkdownStream(page, references, partsFrom);
  for (const chunk of chunks) stream.push(chunk);
  stream.end();
  return documentHtml(page.blocks(), references.scope().env);
}
