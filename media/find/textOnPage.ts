import { blockEnd } from './visibleText';

/** Elements whose texts are read one after the other without an end between them. */
const inline = 'a, b, code, del, em, s, span, strong, sub, sup';
/** What stands among the words of an answer and is none of them. */
const notWords =
  'button, summary, .citation, .footnote-mention, .footnote-back, [role="toolbar"], [aria-hidden="true"], .code-language, .visually-hidden';

interface Stretch {
  readonly node: Text;
  readonly start: number;
}

/** The words of a piece as they stand on the page, and where each of them is. */
export class TextOnPage {
  readonly text: string;
  private readonly stretches: Stretch[] = [];

  constructor(root: Element) {
    const texts: string[] = [];
    let length = 0;
    const add = (text: string) => {
      texts.push(text);
      length += text.length;
    };
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && node.matches(notWords) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let block: Element | null = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node instanceof HTMLBRElement) add('\n');
      if (!(node instanceof Text)) continue;
      const own = blockOf(node);
      if (block && own !== block) add(blockEnd);
      block = own;
      this.stretches.push({ node, start: length });
      add(node.data);
    }
    this.text = texts.join('');
  }

  /** The part of the page where these characters stand. */
  range(start: number, end: number): Range | undefined {
    const first = this.stretchAt(start);
    const last = this.stretchAt(end - 1);
    if (!first || !last) return undefined;
    const range = document.createRange();
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    return range;
  }

  private stretchAt(offset: number): Stretch | undefined {
    let low = 0;
    let high = this.stretches.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.stretches[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return this.stretches[low];
  }
}

function blockOf(node: Text): Element | null {
  let element = node.parentElement;
  while (element?.matches(inline)) element = element.parentElement;
  return element;
}
