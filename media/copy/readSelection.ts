import type { CopiedBlock, CopiedInline, CopiedItem, CopiedRow, TextTag } from './copied';
import { isRead, readInlines, selectedText, texOf } from './readInlines';

const textTags: readonly TextTag[] = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const blocks = 'p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, hr, div, section, article, details, table, pre';

/** What is selected in this element, block by block. */
export function readSelection(root: Node, range: Range): readonly CopiedBlock[] {
  const found: CopiedBlock[] = [];
  let loose: Node[] = [];
  const endText = () => {
    found.push(...text('p', readInlines(loose, range)));
    loose = [];
  };
  for (const node of nodesIn(root)) {
    if (!range.intersectsNode(node) || !isRead(node)) continue;
    if (node instanceof HTMLElement && node.matches(blocks)) {
      endText();
      found.push(...block(node, range));
    } else loose.push(node);
  }
  endText();
  return found;
}

function nodesIn(root: Node): readonly Node[] {
  return root instanceof Text ? [root] : Array.from(root.childNodes);
}

function block(element: HTMLElement, range: Range): readonly CopiedBlock[] {
  const tag = textTags.find((name) => name === element.localName);
  if (tag) return text(tag, readInlines(element.childNodes, range));
  if (element.localName === 'pre') return code(element, range);
  // Also where a diagram is shown in the place of its source.
  if (element.matches('.code-block'))
    return Array.from(element.querySelectorAll('pre')).flatMap((pre) => code(pre, range));
  if (element.matches('.formula')) return [{ kind: 'formula', tex: texOf(element) }];
  if (element.matches('ul, ol')) return [list(element, range)];
  if (element.matches('.table-pieces')) return [{ kind: 'table', rows: rows(element, range) }];
  const inside = readSelection(element, range);
  return element.localName === 'blockquote' ? [{ kind: 'quote', blocks: inside }] : inside;
}

/** Nothing where a selection only touches it. */
function text(tag: TextTag, inlines: readonly CopiedInline[]): readonly CopiedBlock[] {
  const isBlank = inlines.every((one) => typeof one === 'string' && one.trim() === '');
  return isBlank ? [] : [{ kind: 'text', tag, inlines }];
}

function code(pre: HTMLElement, range: Range): readonly CopiedBlock[] {
  const texts = textsIn(pre).filter((node) => range.intersectsNode(node));
  const selected = texts.map((node) => selectedText(node, range)).join('');
  return selected === '' ? [] : [{ kind: 'code', text: selected }];
}

function list(element: HTMLElement, range: Range): CopiedBlock {
  const items = Array.from(element.querySelectorAll('li')).filter(
    (item) => item.parentElement?.closest('ul, ol') === element && range.intersectsNode(item),
  );
  const isNumbered = element instanceof HTMLOListElement;
  const read = items.map((item) => listItem(item, isNumbered, range));
  return { kind: 'list', isNumbered, items: read.filter(({ blocks }) => blocks.length > 0) };
}

function listItem(item: HTMLLIElement, isNumbered: boolean, range: Range): CopiedItem {
  const inside = readSelection(item, range);
  if (!beginsIn(item, range)) return { blocks: inside };
  const box = item.querySelector<HTMLInputElement>(':scope > input');
  const number = isNumbered ? { number: numberOf(item) } : {};
  return { mark: { ...number, ...(box && { isDone: box.checked }) }, blocks: inside };
}

/** Whether the beginning of an item is selected, and with it its mark. */
function beginsIn(item: HTMLElement, range: Range): boolean {
  const [first] = textsIn(item).filter((node) => node.data.trim() !== '' && !isInUnread(node, item));
  return !first || range.comparePoint(first, 0) >= 0;
}

function isInUnread(node: Text, root: Element): boolean {
  for (let inner: Element | null = node.parentElement; inner && inner !== root; inner = inner.parentElement) {
    if (!isRead(inner)) return true;
  }
  return false;
}

/** As the page counts: on from the last item before that says its number, or from the beginning of the list. */
function numberOf(item: HTMLLIElement): number {
  const list = item.parentElement?.closest('ol');
  const items = Array.from(list?.querySelectorAll('li') ?? []).filter(
    (one) => one.parentElement?.closest('ol, ul') === list,
  );
  const at = items.indexOf(item);
  const counted = items.slice(0, at + 1).findLastIndex((one) => one.hasAttribute('value'));
  const start = counted < 0 ? (list?.start ?? 1) : (items[counted]?.value ?? 1);
  return start + at - Math.max(0, counted);
}

function rows(table: HTMLElement, range: Range): readonly CopiedRow[] {
  return Array.from(table.querySelectorAll('tr'))
    .filter((row) => range.intersectsNode(row))
    .map((row) => ({
      isHead: row.closest('thead') !== null,
      cells: Array.from(row.cells, (cell) => readInlines(cell.childNodes, range)),
    }))
    .filter(({ cells }) => cells.some((cell) => cell.length > 0));
}

function textsIn(root: Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) texts.push(node);
  return texts;
}
