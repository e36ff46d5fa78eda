import { element } from '../base/element';

/** A browser lays a table out as a whole, so that a long one has to be several. */
const rowsPerPiece = 40;
/** Where nothing can be measured, a column is about as wide as its texts are long, within reason. */
const emPerChar = 0.55;
const [narrowest, widest] = [3, 24];
const paddingPx = 17;

/**
 * The rows of a table. From the first that are too many on, they are in tables of their own, of which the browser lays out
 * only those in view. The columns keep the width they had until then, and a screen reader still hears one table.
 */
export class TablePieces {
  readonly element: HTMLElement;
  private readonly first: HTMLTableElement;
  private body = element('tbody');
  private widths: readonly number[] | undefined;

  constructor(private readonly head: HTMLTableRowElement) {
    this.first = element('table', '', element('thead', '', head), this.body);
    this.element = element('div', 'table-pieces', this.first);
  }

  append(row: HTMLTableRowElement): void {
    if (this.body.childElementCount >= rowsPerPiece) this.addPiece();
    this.body.append(row);
    if (this.widths) giveRoles(row);
  }

  remove(row: HTMLTableRowElement): void {
    row.remove();
    const piece = this.body.closest('.table-piece');
    if (!piece || this.body.hasChildNodes()) return;
    const before = piece.previousElementSibling?.querySelector('tbody') ?? this.first.tBodies[0];
    piece.remove();
    if (before) this.body = before;
  }

  private addPiece(): void {
    this.widths ??= this.fix();
    this.body = element('tbody');
    this.body.role = 'rowgroup';
    const table = element('table', 'is-fixed', columns(this.widths), this.body);
    table.role = 'none';
    table.width = String(sum(this.widths));
    this.element.append(element('div', 'table-piece', table));
  }

  /** Makes the first table one of several. Attributes and no styles: the policy of the page forbids those. */
  private fix(): readonly number[] {
    const cells = Array.from(this.head.cells);
    const measured = cells.map((cell) => cell.offsetWidth);
    const widths = measured.every((width) => width > 0) ? measured : this.guess(cells.length);
    this.element.role = 'table';
    this.first.role = 'none';
    for (const group of this.first.querySelectorAll('thead, tbody')) group.role = 'rowgroup';
    for (const row of this.first.rows) giveRoles(row);
    this.first.prepend(columns(widths));
    this.first.width = String(sum(widths));
    this.first.className = 'is-fixed';
    return widths;
  }

  private guess(count: number): readonly number[] {
    const em = Number.parseFloat(getComputedStyle(document.body).fontSize) || 13;
    const rows = Array.from(this.first.rows);
    return Array.from({ length: count }, (_, column) => {
      const chars = Math.max(...rows.map((row) => row.cells[column]?.textContent.length ?? 0));
      return Math.round(Math.min(widest, Math.max(narrowest, chars * emPerChar)) * em) + paddingPx;
    });
  }
}

function giveRoles(row: HTMLTableRowElement): void {
  row.role = 'row';
  for (const cell of row.cells) cell.role = cell.localName === 'th' ? 'columnheader' : 'cell';
}

function columns(widths: readonly number[]): HTMLElement {
  const group = element('colgroup');
  for (const width of widths) {
    const column = element('col');
    column.width = String(width);
    group.append(column);
  }
  return group;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
