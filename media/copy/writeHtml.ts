import { element } from '../base/element';
import { safeUrl } from '../base/safeUrl';
import type { CopiedBlock, CopiedInline, CopiedItem } from './copied';

/** What was copied as HTML, for those who put it into a document. Made of nodes, so that all text in it is text. */
export function writeHtml(blocks: readonly CopiedBlock[]): string {
  return element('div', '', ...blocks.map(node)).innerHTML;
}

function node(block: CopiedBlock): Node {
  switch (block.kind) {
    case 'text':
      return element(block.tag, '', ...block.inlines.map(inlineNode));
    case 'code':
      return element('pre', '', element('code', '', block.text));
    case 'formula':
      return element('p', '', `$$${block.tex}$$`);
    case 'quote':
      return element('blockquote', '', ...block.blocks.map(node));
    case 'list':
      return block.isNumbered ? numbered(block.items) : element('ul', '', ...block.items.map(itemNode));
    case 'table': {
      const rows = block.rows.map(({ isHead, cells }) =>
        element('tr', '', ...cells.map((cell) => element(isHead ? 'th' : 'td', '', ...cell.map(inlineNode)))),
      );
      return element('table', '', element('tbody', '', ...rows));
    }
  }
}

function numbered(items: readonly CopiedItem[]): Node {
  const list = element('ol', '', ...items.map(itemNode));
  const start = items.find(({ mark }) => mark)?.mark?.number ?? 1;
  if (start !== 1) list.start = start;
  return list;
}

function itemNode({ mark, blocks }: CopiedItem): Node {
  const item = element('li');
  if (mark?.isDone !== undefined) item.append(mark.isDone ? '☑ ' : '☐ ');
  for (const block of blocks) {
    // A paragraph of its own for each line of a list would pull it apart.
    if (block.kind === 'text' && blocks.length === 1) item.append(...block.inlines.map(inlineNode));
    else item.append(node(block));
  }
  return item;
}

function inlineNode(inline: CopiedInline): Node | string {
  if (typeof inline === 'string') return inline;
  if (inline.tag === 'br') return element('br');
  const made = element(inline.tag, '', ...inline.children.map(inlineNode));
  const url = inline.address === undefined ? undefined : safeUrl(inline.address);
  if (made instanceof HTMLAnchorElement && url) made.href = url.href;
  return made;
}
