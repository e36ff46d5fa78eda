import * as l10n from '@vscode/l10n';
import { element } from '../base/element';
import type { Alignment, Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { InlineView } from './inlineView';
import { TablePieces } from './tablePieces';

/** A browser takes long to lay out very many. What is too many stands together in the last one. */
const mostColumns = 100;

/** A table that scrolls sideways if it is too wide. */
export class TableView implements BlockView {
  readonly element: HTMLElement;
  private readonly pieces: TablePieces;
  private readonly header: RowView;
  private readonly rows: RowView[] = [];

  constructor(private readonly context: MarkdownContext) {
    this.header = new RowView('th', context);
    this.pieces = new TablePieces(this.header.element);
    this.element = element('div', 'table', this.pieces.element);
    // The first column stands where the text begins.
    this.element.dir = 'auto';
    this.element.tabIndex = 0;
    this.element.role = 'group';
    this.element.ariaLabel = l10n.t('Table');
  }

  update(block: Block, scope: Scope): boolean {
    if (block.kind !== 'table') return false;
    this.header.update(block.header, block.alignments, scope);
    for (const extra of this.rows.splice(block.rows.length)) this.pieces.remove(extra.element);
    for (const [at, cells] of block.rows.entries()) {
      const row = this.row(at);
      row.update(cells, block.alignments, scope);
      if (!row.element.parentNode) this.pieces.append(row.element);
    }
    return true;
  }

  finish(scope: Scope): void {
    this.header.finish(scope);
    this.finishParts(this.rows.length, scope);
  }

  finishParts(count: number, scope: Scope): void {
    for (const row of this.rows.splice(0, count)) row.finish(scope);
  }

  private row(at: number): RowView {
    const old = this.rows[at];
    if (old) return old;
    const row = new RowView('td', this.context);
    this.rows.push(row);
    return row;
  }
}

class RowView {
  readonly element = element('tr');
  private readonly cells: { readonly element: HTMLElement; readonly text: InlineView }[] = [];

  constructor(
    private readonly tag: 'th' | 'td',
    private readonly context: MarkdownContext,
  ) {}

  update(sources: readonly string[], alignments: readonly Alignment[], scope: Scope): void {
    const shown = withinColumns(sources);
    for (const extra of this.cells.splice(shown.length)) extra.element.remove();
    for (const [at, source] of shown.entries()) {
      const cell = this.cells[at] ?? this.addCell();
      // Not a style: the policy of the page forbids those.
      cell.element.className = `align-${alignments[at] ?? 'start'}`;
      cell.element.classList.toggle('is-neutral', !/\p{L}/u.test(source));
      cell.text.show(source, scope);
    }
  }

  finish(scope: Scope): void {
    for (const { text } of this.cells) text.finish(scope);
  }

  private addCell(): { readonly element: HTMLElement; readonly text: InlineView } {
    const made = element(this.tag);
    if (made instanceof HTMLTableCellElement && this.tag === 'th') made.scope = 'col';
    const cell = { element: made, text: new InlineView(made, this.context.references, true) };
    this.element.append(made);
    this.cells.push(cell);
    return cell;
  }
}

function withinColumns(sources: readonly string[]): readonly string[] {
  if (sources.length <= mostColumns) return sources;
  return [...sources.slice(0, mostColumns - 1), sources.slice(mostColumns - 1).join(' | ')];
}
