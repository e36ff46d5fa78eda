import { type Definition, definitionsIn, startOf } from '../text/definitions';
import { literalLines } from '../text/literalLines';
import { indentOf } from '../text/textStyle';

/** A symbol as a language server gives it. Lines counted from 0, both included. */
export interface SymbolRange {
  readonly name: string;
  /** As VS Code names it: `Function`, `Class`, `Variable`, … */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Kinds that are parts of a file wherever they stand, and those that are only outside of other symbols. */
const parts = new Set([
  'class',
  'constructor',
  'enum',
  'function',
  'interface',
  'method',
  'module',
  'namespace',
  'struct',
  'property',
]);
const outerParts = new Set(['variable', 'constant', 'field', 'object', 'string', 'key', 'package', 'array']);

/**
 * The definitions of a file: those a language server knows, and those found by how lines begin where it knows none of the
 * name. Symbols that do not fit the text come from an older version of it and do not count.
 */
export function fileDefinitions(
  contents: readonly string[],
  languageId: string,
  symbols: readonly SymbolRange[] = [],
): readonly Definition[] {
  const isData = literalLines(contents, languageId);
  const known = symbols.flatMap((symbol): Definition[] => {
    const kind = symbol.kind.toLowerCase();
    const isInner = symbols.some((other) => other !== symbol && other.start <= symbol.start && other.end >= symbol.end);
    if (!parts.has(kind) && !(outerParts.has(kind) && !isInner)) return [];
    const name = plainName(symbol.name);
    const head = headOf(contents, symbol, name);
    if (head === undefined) return [];
    const indent = indentOf(contents[head] ?? '');
    const start = Math.min(symbol.start, startOf(contents, head, indent, isData));
    return [{ name, start, head, end: symbol.end + 1, indent }];
  });
  const names = new Set(known.map(({ name }) => name));
  const guessed = definitionsIn(contents, languageId).filter(({ name }) => !names.has(plainName(name)));
  return [...known, ...guessed].sort((a, b) => a.start - b.start);
}

/** The definitions a name may mean: of several, the ones that stand in no other definition come first. */
export function definitionsNamed(all: readonly Definition[], name: string): readonly Definition[] {
  const same = all.filter((definition) => definition.name === name);
  const named = same.length > 0 ? same : all.filter((definition) => plainName(definition.name) === plainName(name));
  const outer = named.filter(
    (one) => !all.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
  return outer.length === 1 ? outer : named;
}

/** Without parameters, and without what it belongs to: `(*Garden).Water` and `Garden::water(int)` are called Water and water. */
function plainName(name: string): string {
  const bare = name.replace(/(?<=[\p{L}\p{N}_$])\s*[(<].*$/u, '');
  return /^[\p{L}\p{N}_$().:*#~!?]+$/u.test(bare) ? (bare.split(/::|[.:]/).at(-1) ?? bare) : bare;
}

function headOf(contents: readonly string[], { start, end }: SymbolRange, name: string): number | undefined {
  if (start < 0 || end >= contents.length || end < start) return undefined;
  const head = contents.slice(start, end + 1).findIndex((line) => line.includes(name));
  return head < 0 ? undefined : start + head;
}
