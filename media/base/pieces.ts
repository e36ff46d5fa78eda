import { element } from './element';

/** This many children stand directly in their element, and in each piece. */
const childrenPerPiece = 100;
const pieceClass = 'block-piece';

/** Fills an element. What is too much for it stands in pieces, of which the browser lays out only those near the view. */
export class Pieces {
  private body: HTMLElement;

  constructor(private readonly parent: HTMLElement) {
    this.body = parent;
  }

  append(child: HTMLElement): void {
    if (this.body.childElementCount >= childrenPerPiece) this.beginPiece();
    this.body.append(child);
  }

  /** Only the last child may be removed. */
  remove(child: HTMLElement): void {
    child.remove();
    while (this.body !== this.parent && !this.body.hasChildNodes()) {
      const empty = this.body;
      const before = empty.previousElementSibling;
      this.body = before instanceof HTMLDivElement && before.className === pieceClass ? before : this.parent;
      empty.remove();
    }
  }

  private beginPiece(): void {
    this.body = element('div', pieceClass);
    // The items in it are those of the list around it.
    this.body.role = 'none';
    this.parent.append(this.body);
  }
}
