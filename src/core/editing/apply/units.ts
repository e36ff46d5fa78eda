import { type Definition, definitionsIn, endOf } from '../text/definitions';
import { importsIn } from '../text/imports';
import { scanLines } from '../text/literalLines';
import { isPlaceholder } from '../text/placeholders';

/** Lines of a text that go together. Counted from 0, `end` not included; blank lines lie between units. */
export interface Unit {
  readonly kind: 'definition' | 'import' | 'placeholder' | 'other';
  readonly start: number;
  readonly end: number;
  /** The line that says what it is. Above it stand comments and decorators. */
  readonly head: number;
  /** What it is recognised by: of a definition its name, else its first line. */
  readonly name: string;
}

/**
 * Takes a text apart at its outermost level: definitions, imports, placeholders, and every other statement with the lines
 * that are indented below it. `isOwn` tells lines that are no placeholders although they look like some.
 */
export function unitsOf(
  contents: readonly string[],
  languageId: string,
  isOwn: (line: string) => boolean,
): readonly Unit[] {
  const definitions = definitionsIn(contents, languageId);
  const imports = importsIn(contents);
  const scanned = scanLines(contents, languageId);
  const standsFor = (at: number) => isPlaceholder(contents[at] ?? '', languageId) && !isOwn(contents[at] ?? '');
  const units: Unit[] = [];
  for (let at = 0; at < contents.length; ) {
    const line = contents[at] ?? '';
    const definition = definitions.find(({ start, head }) => start <= at && at <= head);
    const found = imports.find(({ start }) => start === at);
    if (line.trim() === '') {
      at += 1;
      continue;
    }
    const unit: Unit = standsFor(at)
      ? { kind: 'placeholder', start: at, end: at + 1, head: at, name: '' }
      : found
        ? {
            kind: 'import',
            start: at,
            end: found.end,
            head: at,
            name: contents.slice(at, found.end).join(' ').replace(/\s+/g, ' ').trim(),
          }
        : definition && !hasPlaceholder(at, definition, standsFor)
          ? { kind: 'definition', start: at, end: definition.end, head: definition.head, name: definition.name }
          : { kind: 'other', start: at, end: endOf(contents, at, scanned) ?? at + 1, head: at, name: line.trim() };
    units.push(unit);
    at = unit.end;
  }
  return units;
}

/** A placeholder in the comments above a definition is none of its comments. */
function hasPlaceholder(from: number, { head }: Definition, standsFor: (at: number) => boolean): boolean {
  for (let at = from; at < head; at += 1) if (standsFor(at)) return true;
  return false;
}
