import type { StateBlock, Token } from 'markdown-it';
import { cellsOf, cellsWithin, wholeCodeCells } from './tableCells';

/** So many cells may be made up to fill short rows. Hostile tables are of nothing else. */
const mostMissingCells = 65_536;

/** A table as GitHub reads it, but for the strokes and cells that it would lose: see `cellsWithin`. */
export function table(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (startLine + 2 > endLine || !isInside(state, startLine + 1) || indentOf(state, startLine) > 3) return false;
  const alignments = alignmentsIn(textOf(state, startLine + 1));
  const head = textOf(state, startLine).trim();
  if (!alignments || !head.includes('|')) return false;
  const cells = [cellsOf(head), wholeCodeCells(head)].find(({ length }) => length === alignments.length);
  if (!cells || cells.length === 0) return false;
  if (silent) return true;
  new TableWriter(state, alignments).write(cells, startLine, endLine);
  return true;
}

class TableWriter {
  private missing = 0;

  constructor(
    private readonly state: StateBlock,
    private readonly alignments: readonly string[],
  ) {}

  write(head: readonly string[], startLine: number, endLine: number): void {
    const { state } = this;
    const before = state.parentType;
    state.parentType = 'table';
    const lines = this.push('table', 1, startLine, startLine);
    this.push('thead', 1, startLine, startLine + 1);
    this.row('th', head, startLine);
    this.push('thead', -1);
    const line = this.body(startLine + 2, endLine);
    lines.map = [startLine, line];
    this.push('table', -1);
    state.parentType = before;
    state.line = line;
  }

  private body(startLine: number, endLine: number): number {
    const { state, alignments } = this;
    let lines: Token | undefined;
    let line = startLine;
    for (; line < endLine && !this.endsAt(line, endLine); line++) {
      const cells = cellsWithin(textOf(state, line), alignments.length);
      this.missing += alignments.length - cells.length;
      if (this.missing > mostMissingCells) break;
      lines ??= this.push('tbody', 1, startLine, startLine);
      this.row('td', cells, line);
    }
    if (!lines) return line;
    this.push('tbody', -1);
    lines.map = [startLine, line];
    return line;
  }

  private endsAt(line: number, endLine: number): boolean {
    const { state } = this;
    if (!isInside(state, line) || textOf(state, line).trim() === '') return true;
    return state.md.block.ruler.getRules('blockquote').some((rule) => rule(state, line, endLine, true));
  }

  private row(tag: 'th' | 'td', cells: readonly string[], line: number): void {
    // What is written on the line, without the marks of what the table is in.
    this.push('tr', 1, line, line + 1).content = textOf(this.state, line);
    for (const [column, alignment] of this.alignments.entries()) {
      const cell = this.push(tag, 1);
      if (alignment !== '') cell.attrs = [['style', `text-align:${alignment}`]];
      const text = this.state.push('inline', '', 0);
      text.content = cells[column] ?? '';
      text.children = [];
      this.push(tag, -1);
    }
    this.push('tr', -1);
  }

  private push(tag: string, nesting: 1 | -1, line?: number, endLine?: number): Token {
    const token = this.state.push(`${tag}_${nesting > 0 ? 'open' : 'close'}`, tag, nesting);
    if (line !== undefined && endLine !== undefined) token.map = [line, endLine];
    return token;
  }
}

/** Undefined: this is not the line below the head of a table. */
function alignmentsIn(line: string): readonly string[] | undefined {
  // A dash and a blank begin an item of a list.
  if (!/^[|:-][|:\s-]+$/.test(line) || /^-\s/.test(line)) return undefined;
  const columns = line.split('|').map((column) => column.trim());
  if (columns[0] === '') columns.shift();
  if (columns.at(-1) === '') columns.pop();
  if (!columns.every((column) => /^:?-+:?$/.test(column))) return undefined;
  return columns.map((column) => {
    if (column.endsWith(':')) return column.startsWith(':') ? 'center' : 'right';
    return column.startsWith(':') ? 'left' : '';
  });
}

/** Whether the line is in the list item or quote that the table is in, and no code. */
function isInside(state: StateBlock, line: number): boolean {
  const indent = indentOf(state, line);
  return indent >= 0 && indent < 4;
}

function indentOf(state: StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

/** From where the line begins in what it is in. */
function textOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
