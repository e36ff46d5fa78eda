import type { Token } from 'markdown-it';
import { codeBlock, textBefore } from '../../src/markdown/codeBlocks';
import type { Alignment, Block, BlockOf, ListItem } from '../blocks/blocks';

const alignments: Readonly<Record<string, Alignment>> = {
  'text-align:left': 'left',
  'text-align:center': 'center',
  'text-align:right': 'right',
};

/** The source of a paragraph or heading that is not parsed any more, and which token stands directly behind it. */
export interface TextBefore {
  readonly source: string;
  readonly token: number;
}

export function readBlocks(tokens: readonly Token[], before?: TextBefore): readonly Block[] {
  return new BlockReader(tokens, before).blocksUntil(undefined);
}

/** Makes a tree of the parser's flat list. It goes only as deep as the parser nests. */
class BlockReader {
  private at = 0;
  /** How many items of lists are open. */
  private items = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly before: TextBefore | undefined,
  ) {}

  /** The blocks up to the token that closes what they are in, and past it. */
  blocksUntil(close: string | undefined): readonly Block[] {
    const blocks: Block[] = [];
    for (let token = this.next(); token && token.type !== close; token = this.next()) {
      const block = this.block(token);
      if (block) blocks.push(block);
    }
    return blocks;
  }

  private next(): Token | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  private block(token: Token): Block | undefined {
    const [line, endLine] = token.map ?? [0, 0];
    const lines = { line, endLine };
    switch (token.type) {
      case 'paragraph_open':
        return { kind: 'paragraph', ...this.inline(), ...lines };
      case 'heading_open':
        return { kind: 'heading', level: Number(token.tag.slice(1)), ...this.inline(), ...lines };
      case 'fence':
      case 'code_block':
        return { kind: 'code', ...codeBlock(token, this.textBefore()), ...lines };
      case 'formula':
        return { kind: 'formula', source: token.content, ...lines };
      case 'hr':
        return { kind: 'rule', ...lines };
      case 'blockquote_open':
        return { kind: 'quote', blocks: this.blocksUntil('blockquote_close'), ...lines };
      case 'bullet_list_open':
        return { ...this.list('bullet_list_close'), ...lines };
      case 'ordered_list_open':
        return { ...this.list('ordered_list_close'), start: Number(token.attrGet('start') ?? 1), ...lines };
      case 'footnote_open': {
        const { label, number } = token.meta ?? {};
        const blocks = this.blocksUntil('footnote_close');
        return { kind: 'footnote', label: String(label), number: Number(number), blocks, ...lines };
      }
      case 'table_open':
        return { ...this.table(), ...lines };
      case 'reference_definition':
        return { kind: 'definition', label: String(token.meta?.label), ...lines };
      default:
        return undefined;
    }
  }

  private textBefore(): string {
    const at = this.at - 1;
    return this.before?.token === at ? this.before.source : textBefore(this.tokens, at);
  }

  private inline(): { readonly source: string; readonly mayBreak: boolean } {
    const source = this.next()?.content ?? '';
    this.next();
    return { source, mayBreak: this.items > 0 };
  }

  private list(close: string): Omit<BlockOf<'list'>, 'line' | 'endLine'> {
    const items: ListItem[] = [];
    let isTight = true;
    for (let token = this.next(); token && token.type !== close; token = this.next()) {
      const [line, endLine] = token.map ?? [0, 0];
      const first = this.tokens[this.at];
      const from = this.at;
      this.items += 1;
      const blocks = this.blocksUntil('list_item_close');
      this.items -= 1;
      for (const inner of this.tokens.slice(from, this.at)) {
        // In a tight list, all paragraphs directly in its items are hidden.
        if (inner.type === 'paragraph_open' && inner.level === token.level + 1 && !inner.hidden) isTight = false;
      }
      items.push({ ...taskOf(first, blocks), line, endLine });
    }
    return { kind: 'list', isTight, items };
  }

  private table(): Omit<BlockOf<'table'>, 'line' | 'endLine'> {
    const rows: string[][] = [];
    const aligned: Alignment[] = [];
    for (let token = this.next(); token && token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') rows.push([]);
      if (token.type === 'inline') rows.at(-1)?.push(token.content);
      if (token.type === 'th_open') aligned.push(alignments[String(token.attrGet('style'))] ?? 'start');
    }
    const [header = [], ...body] = rows;
    return { kind: 'table', alignments: aligned, header, rows: body };
  }
}

/** An item of a task list begins with a box in brackets. */
function taskOf(token: Token | undefined, blocks: readonly Block[]): Pick<ListItem, 'isDone' | 'blocks'> {
  const [first, ...rest] = blocks;
  const box = token?.type === 'paragraph_open' && first?.kind === 'paragraph' && /^\[([ xX])\]\s/.exec(first.source);
  if (!box) return { blocks };
  return { isDone: box[1] !== ' ', blocks: [{ ...first, source: first.source.slice(box[0].length) }, ...rest] };
}
