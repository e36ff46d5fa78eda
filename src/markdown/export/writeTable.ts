import type { Token } from 'markdown-it';
import { withLineBreaks } from '../lineBreak';
import { plainCellsOf } from '../tableCells';
import type { SourceLines } from './sourceLines';
import { type InlineRules, writeInlines } from './writeInlines';

/** Writes the rows of the table that begins at this token so that everybody reads the cells in them that we read. */
export function writeTable(tokens: readonly Token[], start: number, lines: SourceLines, rules: InlineRules): void {
  let line = 0;
  let cells: string[] = [];
  for (let at = start; at < tokens.length; at++) {
    const { type = '', map = null, content = '' } = tokens[at] ?? {};
    if (type === 'tr_open') {
      line = map?.[0] ?? 0;
      cells = [];
    } else if (type === 'inline') cells.push(content);
    else if (type === 'tr_close') writeRow(line, cells, lines, rules);
    else if (type === 'table_close') return;
  }
}

function writeRow(line: number, cells: readonly string[], lines: SourceLines, { env, labels }: InlineRules): void {
  const source = lines.at(line);
  const before = containers.exec(source)?.[0] ?? '';
  const written = cells.map((cell) => writeInlines(cell, { env: withLineBreaks(env), labels }));
  const isSame = written.every((cell, at) => cell === cells[at]);
  if (isSame && isPlain(source.slice(before.length), cells)) return;
  lines.replace(line, `${before}| ${written.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);
}

/** The marks of what a line is in. No row begins with one of them. */
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\s[\]]+\]:))*[ \t]*/;

/** Whether everybody sees these cells in the row. */
function isPlain(row: string, cells: readonly string[]): boolean {
  const plain = plainCellsOf(row);
  return plain.length <= cells.length && cells.every((cell, at) => cell === (plain[at] ?? ''));
}
