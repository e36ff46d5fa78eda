import { addressOf } from '../base/webLink';
import type { CopiedInline } from './copied';

/** What is on the page and no part of what is read. */
const notRead =
  'button:not(.cited-file), input, summary, textarea, [hidden], [aria-hidden="true"], [role="toolbar"], .code-bar, .footnote-back, .visually-hidden, .answer-footer';

export function isRead(node: Node): boolean {
  return !(node instanceof Element) || !node.matches(notRead);
}

const marked = { strong: 'strong', b: 'strong', em: 'em', s: 's', code: 'code', a: 'a' } as const;

/** The text of these nodes with its markup, as far as it is selected. */
export function readInlines(nodes: Iterable<Node>, range: Range): readonly CopiedInline[] {
  return Array.from(nodes).flatMap((node) => (range.intersectsNode(node) && isRead(node) ? inline(node, range) : []));
}

function inline(node: Node, range: Range): readonly CopiedInline[] {
  if (node instanceof Text) return [asShown(selectedText(node, range), node)];
  if (!(node instanceof HTMLElement)) return [];
  if (node.localName === 'br') return [{ tag: 'br' }];
  if (node.matches('.inline-formula')) return [`$${texOf(node)}$`];
  if (node.matches('.footnote-mention')) return [{ tag: 'sup', children: [`[${node.textContent}]`] }];
  if (node.matches('.citation')) return [{ tag: 'sup', children: [node.textContent] }];
  const children = readInlines(node.childNodes, range);
  const tag = Object.entries(marked).find(([name]) => name === node.localName)?.[1];
  if (!tag) return children;
  return [{ tag, children, ...(tag === 'a' && { address: addressOf(node) }) }];
}

/** The source of a formula, drawn or not. */
export function texOf(formula: HTMLElement): string {
  return formula.title || formula.textContent;
}

/** The characters of this text that are selected. */
export function selectedText(node: Text, range: Range): string {
  const start = node === range.startContainer ? range.startOffset : 0;
  const end = node === range.endContainer ? range.endOffset : node.length;
  return node.data.slice(start, end);
}

/** A line break in a text is a blank on the page, unless it is shown as it is. Code is kept as it is in any case. */
function asShown(text: string, { parentElement }: Text): string {
  const isKept = parentElement?.closest('code') || (parentElement && keepsBlanks(parentElement));
  return isKept ? text : text.replace(/[ \t\n]+/g, ' ');
}

function keepsBlanks(element: Element): boolean {
  return getComputedStyle(element).whiteSpaceCollapse === 'preserve';
}
