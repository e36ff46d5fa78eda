import { membersIn } from '../text/definitions';
import { isTelling } from '../text/textStyle';
import { type Unit, unitsOf } from './units';

/** How much of a file a block is: all of it, perhaps all of it with something taken away, or a part. */
export type Extent = 'file' | 'maybeFile' | 'part';

/** From so much on a block that begins like the file may be all of it. */
const mostOfFile = 0.75;

/** A block is the whole file only if it has every import, definition, member and statement that the file has. */
export function extentOf(lines: readonly string[], contents: readonly string[], languageId: string): Extent {
  const all = keysOf(contents, languageId);
  const given = keysOf(lines, languageId);
  const known = new Set(given);
  const has = all.filter((key) => known.has(key)).length;
  if (has === all.length) return 'file';
  return has / all.length >= mostOfFile && given[0] === all[0] ? 'maybeFile' : 'part';
}

function keysOf(contents: readonly string[], languageId: string): readonly string[] {
  const units = unitsOf(contents, languageId, () => true);
  // Of a bracket that holds all, what is in it says what the file is.
  const keys = units.flatMap((unit) => [
    ...keyOf(unit),
    ...membersIn(contents.slice(unit.start, unit.end), languageId),
  ]);
  return [...new Set(keys)];
}

function keyOf({ kind, name }: Unit): readonly string[] {
  return isTelling(name) ? [kind === 'definition' ? name : `${kind} ${name}`] : [];
}
