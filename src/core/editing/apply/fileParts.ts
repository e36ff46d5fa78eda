import type { Definition } from '../text/definitions';
import type { IndentUnit } from '../text/textStyle';
import type { Unit } from './units';

/** A file, taken apart. */
export interface FileParts {
  readonly contents: readonly string[];
  readonly languageId: string;
  readonly definitions: readonly Definition[];
  readonly unit: IndentUnit | undefined;
}

/** A unit of a block, and the lines of the file that are its old form. */
export interface Item {
  readonly unit: Unit;
  readonly old: Pick<Definition, 'start' | 'head' | 'end' | 'indent'> | undefined;
}
