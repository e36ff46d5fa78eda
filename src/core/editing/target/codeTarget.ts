import type { LineRange } from '../ask/editTarget';
import { type CodeSymbol, symbolsAround } from './codeSymbols';

/** A place in a document, both counted from 0. `character`: UTF-16 units. */
interface Place {
  readonly line: number;
  readonly character: number;
}

/** One selection, in the order of the document. Empty: a cursor. */
export interface SelectedText {
  readonly start: Place;
  readonly end: Place;
}

/** The lines that a command works on, and how they were found. */
export interface CodeTarget {
  /** `symbol` and `file`: nothing was selected. */
  readonly found: 'selection' | 'symbol' | 'file';
  /** Whole lines in order; none touches another one. */
  readonly ranges: readonly LineRange[];
  /** The columns that were selected, where that is less than one line. */
  readonly fragment?: LineRange;
  /** For `symbol`: its name. */
  readonly name?: string;
  /** What stands around the lines, from the outermost on, such as `class Garden`. */
  readonly enclosing: readonly string[];
}

/** The text of a line without its line break. */
type LineAt = (line: number) => string;

/**
 * What a command means: all that is selected, or the innermost block around the cursor, or the whole document. Cursors beside
 * selections count for nothing.
 */
export function codeTarget(
  selections: readonly SelectedText[],
  symbols: readonly CodeSymbol[],
  lineCount: number,
  lineAt: LineAt,
): CodeTarget {
  const selected = selections.filter((selection) => !isEmpty(selection));
  const ranges = joined(selected.map(linesOf));
  const [first, ...more] = ranges;
  if (first) {
    const [only, ...others] = selected;
    const fragment = only && others.length === 0 ? fragmentOf(only, lineAt) : undefined;
    const last = more.at(-1) ?? first;
    const enclosing = symbolsAround(symbols, { start: first.start, end: last.end }).map(({ label }) => label);
    return { found: 'selection', ranges, enclosing, ...(fragment && { fragment }) };
  }
  const line = selections[0]?.start.line;
  const around = line === undefined ? [] : symbolsAround(symbols, { start: line, end: line + 1 });
  // A variable inside a function is not what a person at its line means.
  const at = around.findLastIndex(({ isBlock }, index) => isBlock || index === 0);
  const symbol = around[at];
  if (!symbol) return { found: 'file', ranges: [{ start: 0, end: lineCount }], enclosing: [] };
  const { name, start, end } = symbol;
  const enclosing = around.slice(0, at).map(({ label }) => label);
  return { found: 'symbol', name, ranges: [{ start, end }], enclosing };
}

function isEmpty({ start, end }: SelectedText): boolean {
  return start.line === end.line && start.character === end.character;
}

/** A selection that ends before the first character of a line does not mean that line. */
function linesOf({ start, end }: SelectedText): LineRange {
  const endsBefore = end.character === 0 && end.line > start.line;
  return { start: start.line, end: endsBefore ? end.line : end.line + 1 };
}

function joined(ranges: readonly LineRange[]): readonly LineRange[] {
  const all: LineRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && range.start <= last.end) all[all.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else all.push(range);
  }
  return all;
}

/** Undefined: it is a whole line, or goes over several. */
function fragmentOf({ start, end }: SelectedText, lineAt: LineAt): LineRange | undefined {
  if (start.line !== end.line) return undefined;
  const line = lineAt(start.line);
  const isWhole = line.slice(0, start.character).trim() === '' && line.slice(end.character).trim() === '';
  return isWhole ? undefined : { start: start.character, end: end.character };
}
