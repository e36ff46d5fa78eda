import { element } from './element';

const maxWholeChars = 20_000;
const pieceChars = 4_000;

/**
 * The text as it is; a long one in pieces, of which the browser lays out only those in view. They are cut at the ends of
 * lines if the lines are not too long for that.
 */
export function longText(text: string): readonly (Node | string)[] {
  if (text.length <= maxWholeChars) return [text];
  const pieces: HTMLElement[] = [];
  for (let from = 0; from < text.length; ) {
    const to = endOfPiece(text, from);
    pieces.push(element('div', 'piece', text.slice(from, to)));
    from = to;
  }
  return pieces;
}

/** A text as it is, while it grows: in such pieces from the beginning. */
export class GrowingText {
  readonly element: HTMLElement;
  private last = document.createTextNode('');

  constructor(tag: 'pre' | 'div', text: string) {
    this.element = element(tag, '', element('div', 'piece', this.last));
    this.append(text);
  }

  append(more: string): void {
    const text = this.last.data + more;
    let to = endOfPiece(text, 0);
    if (to === text.length) this.last.appendData(more);
    else this.last.data = text.slice(0, to);
    while (to < text.length) {
      const from = to;
      to = endOfPiece(text, from);
      this.last = document.createTextNode(text.slice(from, to));
      this.element.append(element('div', 'piece', this.last));
    }
  }
}

function endOfPiece(text: string, from: number): number {
  const limit = from + pieceChars;
  if (limit >= text.length) return text.length;
  // Looked for in the piece alone: in a text of one line, each search would go back to its beginning.
  const lineEnd = text.slice(from, limit).lastIndexOf('\n') + 1;
  if (lineEnd > 0) return from + lineEnd;
  const splitsPair = text.charCodeAt(limit) >> 10 === 0x37;
  return splitsPair ? limit - 1 : limit;
}
