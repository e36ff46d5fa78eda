import type { Definition } from '../text/definitions';
import { importsIn } from '../text/imports';
import { type ScannedLines, scanLines } from '../text/literalLines';
import { codeUnitOf } from '../text/reindent';
import type { IndentUnit } from '../text/textStyle';
import { fileDefinitions, type SymbolRange } from './fileDefinitions';
import type { Unit } from './units';

/** A file, taken apart once. Lines without line breaks. */
export interface FileParts {
  readonly contents: readonly string[];
  readonly languageId: string;
  readonly definitions: readonly Definition[];
  readonly imports: readonly { readonly start: number; readonly end: number }[];
  readonly scanned: ScannedLines;
  /** By what a line says, without the white space around it: where it stands. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly unit: IndentUnit | undefined;
}

/** A unit of a block, and the lines of the file that are its old form. */
export interface Item {
  readonly unit: Unit;
  readonly old: Pick<Definition, 'start' | 'head' | 'end' | 'indent'> | undefined;
}

export function filePartsOf(
  contents: readonly string[],
  languageId: string,
  symbols: readonly SymbolRange[] = [],
): FileParts {
  const places = new Map<string, number[]>();
  for (const [at, content] of contents.entries()) {
    const said = content.trim();
    const known = places.get(said);
    if (known) known.push(at);
    else places.set(said, [at]);
  }
  return {
    contents,
    languageId,
    definitions: fileDefinitions(contents, languageId, symbols),
    imports: importsIn(contents),
    scanned: scanLines(contents, languageId),
    places,
    unit: codeUnitOf(contents, languageId),
  };
}
