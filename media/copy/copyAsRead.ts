import { readSelection } from './readSelection';
import { writeHtml } from './writeHtml';
import { writePlain } from './writePlain';

/** Has what is selected in this element copied as it was read, and not as the page is built. */
export function copyAsRead(root: HTMLElement): void {
  root.addEventListener('copy', (event) => {
    const selection = getSelection();
    const { target, clipboardData } = event;
    // A box to type in has a selection of its own.
    if (!selection || selection.isCollapsed || !clipboardData || target instanceof HTMLTextAreaElement) return;
    const range = selection.getRangeAt(0);
    if (!root.contains(range.commonAncestorContainer)) return;
    const blocks = readSelection(wholeOf(range.commonAncestorContainer), range);
    clipboardData.setData('text/plain', writePlain(blocks));
    clipboardData.setData('text/html', writeHtml(blocks));
    event.preventDefault();
  });
}

/** What has to be read for that: code, tables and lists as a whole, to know what the selected part of them is. */
function wholeOf(node: Node): Node {
  const element = node instanceof Element ? node : node.parentElement;
  const whole = element?.closest('pre, .inline-formula, .formula');
  if (whole) return whole.parentElement ?? whole;
  if (element?.matches('tr, thead, tbody, table, .table-piece, .table-pieces'))
    return element.closest('.table') ?? element;
  // Of one item alone, the mark is not meant.
  const list = element?.matches('ul, ol, .block-piece') ? element.closest('ul, ol') : undefined;
  return list?.parentElement ?? element ?? node;
}
