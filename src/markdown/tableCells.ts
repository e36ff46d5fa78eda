import { mayHoldStrokes } from './formulaText';
import { formulaAt } from './inlineFormula';

/**
 * The cells of a row, without the strokes around them. A stroke in a formula does not end a cell, as it does in code: who
 * writes a formula cannot leave it out.
 */
export function cellsOf(line: string): readonly string[] {
  return split(line, formulaEnd);
}

/**
 * The cells of a row of a table with so many columns. If there are more, a stroke was meant that stands in code; what is
 * still too much belongs to the last cell.
 */
export function cellsWithin(line: string, columns: number): readonly string[] {
  const cells = cellsOf(line);
  if (cells.length <= columns) return cells;
  const whole = wholeCodeCells(line);
  if (whole.length <= columns) return whole;
  return [
    ...whole.slice(0, columns - 1),
    whole
      .slice(columns - 1)
      .join(' | ')
      .trim(),
  ];
}

/** The same, where a stroke in code does not end a cell either. */
export function wholeCodeCells(line: string): readonly string[] {
  return split(line, (text, at) => formulaEnd(text, at) ?? codeEnd(text, at));
}

/** The cells of a row as everybody else reads it. */
export function plainCellsOf(line: string): readonly string[] {
  return split(line, () => undefined);
}

/** `endOf` tells where a piece ends that begins here and is not cut. */
function split(line: string, endOf: (line: string, at: number) => number | undefined): readonly string[] {
  const text = line.trim();
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < text.length; ) {
    // What follows a back-slash begins nothing; a stroke ends no cell behind one, even if there are two.
    const isEscape = text[at] === '\\' && at + 1 < text.length && text[at + 1] !== '|';
    const end = endOf(text, at) ?? (isEscape ? at + 2 : at + 1);
    const piece = text.slice(at, end);
    if (piece !== '|') cell += piece.replaceAll('\\|', '|');
    else if (text[at - 1] === '\\') cell = `${cell.slice(0, -1)}|`;
    else {
      cells.push(cell);
      cell = '';
    }
    at = end;
  }
  cells.push(cell);
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells.map((one) => one.trim());
}

function formulaEnd(line: string, at: number): number | undefined {
  if (line[at] !== '$' && line[at] !== '\\') return undefined;
  const formula = formulaAt(line, at, line.length);
  return formula && mayHoldStrokes(formula.content) ? formula.end : undefined;
}

function codeEnd(line: string, at: number): number | undefined {
  if (line[at] !== '`' || line[at - 1] === '`') return undefined;
  const marks = /^`+/.exec(line.slice(at))?.[0] ?? '';
  const closing = new RegExp(`(?<!\`)${marks}(?!\`)`, 'g');
  closing.lastIndex = at + marks.length;
  const found = closing.exec(line);
  return found ? found.index + marks.length : undefined;
}
