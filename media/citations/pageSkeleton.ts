import { placeIn, skeletonOf } from './skeleton';

/** What stands among the words and is none of them, or cannot have anything put between. */
const notWords = 'pre, .code-bar, .formula, .inline-formula, .citation, .footnote-mention, [role="toolbar"]';
/** Nothing is put into these, but behind them. */
const closed = 'a, code';

interface Stretch {
  readonly node: Text;
  readonly start: number;
}

/** What is said in some blocks of a page, and where each word of it stands. */
export class PageSkeleton {
  private said = '';
  private readonly stretches: Stretch[] = [];

  get text(): string {
    return this.said;
  }

  /** Reads one more block, which stands behind the others. */
  add(block: Element): void {
    if (block.matches(notWords)) return;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
      node instanceof Element && node.matches(notWords) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node instanceof Text ? skeletonOf(node.data) : '';
      if (!(node instanceof Text) || words === '') continue;
      this.stretches.push({ node, start: this.said.length });
      this.said += words;
    }
  }

  /** Puts elements behind the first `length` units, and behind `tail` if that follows there. */
  insertAfter(length: number, tail: string, inserted: readonly Element[]): void {
    const stretch = this.stretches[this.indexAt(length - 1)];
    if (!stretch) return;
    const { node } = stretch;
    const outer = node.parentElement?.closest(closed);
    if (outer) {
      behindTail(outer, tail, inserted);
      return;
    }
    const place = placeIn(node.data, length - stretch.start);
    if (place === node.length) behindTail(node, tail, inserted);
    else {
      const end = node.data.startsWith(tail, place) ? place + tail.length : place;
      if (end < node.length) node.splitText(end);
      behindOthers(node, inserted);
    }
  }

  /** Halved again and again: a long answer has thousands. */
  private indexAt(offset: number): number {
    let [low, high] = [0, this.stretches.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.stretches[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** A full stop may follow bold words, or a link, in a text of its own. */
function behindTail(node: ChildNode, tail: string, inserted: readonly Element[]): void {
  let last: ChildNode = node;
  const isEnd = (one: ChildNode) => one.nextSibling === null && one.parentElement?.matches('strong, em, s, b, i');
  while (tail !== '' && isEnd(last) && last.parentElement) last = last.parentElement;
  const next = last.nextSibling;
  if (tail === '' || !(next instanceof Text) || !next.data.startsWith(tail)) {
    behindOthers(node, inserted);
    return;
  }
  if (next.length > tail.length) next.splitText(tail.length);
  behindOthers(next, inserted);
}

function behindOthers(node: ChildNode, inserted: readonly Element[]): void {
  let last: ChildNode = node;
  while (last.nextSibling instanceof Element && last.nextSibling.matches('.citation')) last = last.nextSibling;
  last.after(...inserted);
}
