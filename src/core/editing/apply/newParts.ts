import { reindented } from '../text/reindent';
import type { Replacement } from '../text/restyled';
import type { FileParts, Item } from './fileParts';
import { hasPlaceholder } from './fillPlaceholders';

/** After the imports of the file; undefined where it has none. */
export function newImport(own: readonly string[], { imports }: FileParts): Replacement | undefined {
  const last = imports.at(-1);
  return last && { start: last.end, end: last.end, contents: own };
}

/** Beside the part it stands beside in the block, with as many blank lines between. */
export function newDefinition(
  items: readonly Item[],
  index: number,
  own: readonly string[],
  lines: readonly string[],
  file: FileParts,
): Replacement | undefined {
  const unit = items[index]?.unit;
  if (unit?.kind !== 'definition' || hasPlaceholder(own, file.contents, file.languageId)) return undefined;
  const isNew = ({ unit: { kind }, old }: Item) => kind === 'definition' && !old;
  const before = items.slice(0, index).findLast((item) => !isNew(item));
  const after = items.slice(index + 1).find((item) => !isNew(item));
  const gap = (from = 0, to = 0) => lines.slice(from, to);
  const gapBefore = gap(items[index - 1]?.unit.end, unit.start);
  const fitted = (indent: string) => reindented(own, { indent, unit: file.unit }, file.languageId);
  if (before?.old && before.unit.kind !== 'import') {
    const { end, indent } = before.old;
    return { start: end, end, contents: [...gapBefore, ...fitted(indent)] };
  }
  if (after?.old && after.unit.kind === 'definition') {
    const { start, indent } = after.old;
    return { start, end: start, contents: [...fitted(indent), ...gap(unit.end, items[index + 1]?.unit.start)] };
  }
  if (before?.unit.kind !== 'placeholder' || after) return undefined;
  const end = file.contents.findLastIndex((line) => line.trim() !== '') + 1;
  return { start: end, end, contents: [...(gapBefore.length > 0 ? gapBefore : ['']), ...fitted('')] };
}
