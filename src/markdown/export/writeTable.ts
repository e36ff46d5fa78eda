import type { Token } from 'markdown-it';
import { withLineBreaks } from '../lineBreak';
import { plainCellsOf } from '../tableCells';
import type { SourceLines } from './sourceLines';
import { type InlineRules, writeInlines } from './writeInlines';

/** Writes the rows of the table that begins at this token so that everybody reads the cells in them that we read. */
export function writeTable(tokens: readonly Token[], start: number, lines: SourceLines, rules: InlineRules): void {
  let row: Token | undefined;
  let cells: string[] = [];
  for (let at = start; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.type === 'table_close') return;
    if (token.type === 'tr_open') {
      row = token;
      cells = [];
    } else if (token.type === 'inline') cells.push(token.content);
    else if (token.type === 'tr_close' && row) writeRow(row, cells, lines, rules);
  }
}

function writeRow(row: Token, cells: readonly string[], lines: SourceLines, { env, labels }: InlineRules): void {
  const [line = 0] = row.map ?? [];
  const written = cells.map((cell) => writeInlines(cell, { env: withLineBreaks(env), labels }));
  const isSame = written.every((cell, at) => cell === cells[at]);
  if (isSame && isPlain(row.content, cells)) return;
  const marks = lines.before(line, row.content);
  lines.replace(line, `${marks}| ${written.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
}

/** Whether everybody sees these cells in the row. */
function isPlain(row: string, cells: readonly string[]): boolean {
  const plain = plainCellsOf(row);
  return plain.length <= cells.length && cells.every((cell, at) => cell === (plain[at] ?? ''));
}
