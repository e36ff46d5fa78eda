import type { LineRange } from '../ask/editTarget';
import { type Definition, definitionsIn, startOf } from '../text/definitions';
import { indentOf } from '../text/textStyle';

/** A named part of a document. Whole lines, counted from 0, `end` not included. */
export interface CodeSymbol extends LineRange {
  readonly name: string;
  /** With its kind where that is known: `class Garden`. */
  readonly label: string;
  /** A class, a function and the like: what a person means who stands somewhere in it. */
  readonly isBlock: boolean;
  readonly children: readonly CodeSymbol[];
}

/** The symbols that hold all of these lines, from the outermost on. */
export function symbolsAround(symbols: readonly CodeSymbol[], { start, end }: LineRange): readonly CodeSymbol[] {
  const around = symbols.find((symbol) => symbol.start <= start && symbol.end >= end);
  return around ? [around, ...symbolsAround(around.children, { start, end })] : [];
}

/** All symbols, the outer ones before those inside of them. */
export function allSymbols(symbols: readonly CodeSymbol[]): readonly CodeSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...allSymbols(symbol.children)]);
}

/** The lines of a symbol together with the comments and decorators above that belong to it. */
export function withPreamble({ start, end }: LineRange, lineAt: (line: number) => string): LineRange {
  const from = Math.max(0, start - longestPreamble);
  const contents = Array.from({ length: start - from + 1 }, (_, at) => lineAt(from + at));
  const head = contents.length - 1;
  return { start: from + startOf(contents, head, indentOf(contents[head] ?? ''), []), end };
}

/** Lines. */
const longestPreamble = 200;

/** How many lines above and below are looked at. */
const reach = 2_000;

/**
 * The symbols near a line, guessed from how lines begin and are indented: for documents of which no language server knows
 * any.
 */
export function guessedSymbols(
  lineCount: number,
  lineAt: (line: number) => string,
  languageId: string,
  line: number,
): readonly CodeSymbol[] {
  const from = Math.max(0, line - reach);
  const to = Math.min(lineCount, line + reach);
  const contents = Array.from({ length: to - from }, (_, at) => lineAt(from + at));
  return nested(definitionsIn(contents, languageId), from, contents);
}

function nested(definitions: readonly Definition[], from: number, contents: readonly string[]): readonly CodeSymbol[] {
  const symbols: CodeSymbol[] = [];
  for (let at = 0; at < definitions.length; ) {
    const outer = definitions[at];
    if (!outer) break;
    let next = at + 1;
    while ((definitions[next]?.end ?? Number.POSITIVE_INFINITY) <= outer.end) next += 1;
    const { name, start, end, head } = outer;
    symbols.push({
      name,
      label: name,
      start: from + start,
      end: from + end,
      isBlock: end - head > 1 && !isValue(contents[head] ?? ''),
      children: nested(definitions.slice(at + 1, next), from, contents),
    });
    at = next;
  }
  return symbols;
}

/** A list or an object with a name is no block; a function with a name is. */
function isValue(head: string): boolean {
  return /^\s*(?:export\s+)?(?:const|let|var|val)\b/.test(head) && !/=>|\bfunction\b/.test(head);
}
