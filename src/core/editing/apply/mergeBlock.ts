import { type Definition, membersIn } from '../text/definitions';
import { importsIn } from '../text/imports';
import { reindented } from '../text/reindent';
import type { Replacement } from '../text/restyled';
import { indentUnitOf, isTelling } from '../text/textStyle';
import { definitionsNamed } from './fileDefinitions';
import { filled, hasPlaceholder } from './fillPlaceholders';
import { inPlaceOf } from './preamble';
import type { Unit } from './units';

export interface FileParts {
  readonly contents: readonly string[];
  readonly languageId: string;
  readonly definitions: readonly Definition[];
}

export type Merged =
  | {
      readonly kind: 'merged';
      readonly replacements: readonly Replacement[];
      readonly names: readonly string[];
      /** Named parts of replaced definitions that the block does not have: left out, or taken away. */
      readonly drops: readonly string[];
    }
  /** Part of the block belongs nowhere in particular. */
  | { readonly kind: 'unplaced' }
  /** Several definitions of the file have the name. */
  | { readonly kind: 'ambiguous'; readonly places: readonly Definition[] }
  /** The block leaves something out, and what that is is not certain. */
  | { readonly kind: 'unfilled' };

/** A unit of the block, and the lines of the file that are its old form. */
interface Item {
  readonly unit: Unit;
  readonly old: Pick<Definition, 'start' | 'head' | 'end' | 'indent'> | undefined;
}

/**
 * Puts the parts of a block in place of the parts of the file that have the same names. New definitions come after the
 * part they follow in the block, new imports after the imports. All else of the file stays, whatever the block leaves out.
 */
export function mergeBlock(lines: readonly string[], units: readonly Unit[], file: FileParts): Merged {
  const items: Item[] = [];
  for (const unit of units) {
    const places = placesOf(unit, file);
    if (places.length > 1)
      return unit.kind === 'definition'
        ? { kind: 'ambiguous', places: places.filter(isDefinition) }
        : { kind: 'unplaced' };
    items.push({ unit, old: places[0] });
  }
  const olds = items.flatMap(({ unit, old }) => (old && unit.kind !== 'import' ? [old] : []));
  if (olds.some((one, at) => olds.some((other, index) => at < index && one.start < other.end && other.start < one.end)))
    return { kind: 'unplaced' };

  const replacements: Replacement[] = [];
  const names: string[] = [];
  const drops: string[] = [];
  for (const [index, item] of items.entries()) {
    const { unit, old } = item;
    if (unit.kind === 'placeholder' || isThere(unit, old, lines, file)) continue;
    const own = lines.slice(unit.start, unit.end);
    if (old) {
      const whole = inFile(unit, own, old, file);
      if (!whole) return { kind: 'unfilled' };
      replacements.push(whole);
      const members = membersIn(file.contents.slice(old.start, old.end), file.languageId);
      const kept = new Set(membersIn(whole.contents, file.languageId));
      drops.push(...members.filter((name) => !kept.has(name)));
    } else {
      const added = unit.kind === 'import' ? newImport(own, file) : newDefinition(items, index, own, lines, file);
      if (!added) return { kind: 'unplaced' };
      replacements.push(added);
    }
    if (unit.kind !== 'import') names.push(unit.name);
  }
  const isPlaced = items.some(({ unit, old }) => old !== undefined && unit.kind !== 'import');
  return isPlaced ? { kind: 'merged', replacements: joined(replacements), names, drops } : { kind: 'unplaced' };
}

/** Whether a line of the block stands in the file as it is, and nothing is to be done. */
function isThere(unit: Unit, old: Item['old'], lines: readonly string[], { contents }: FileParts): boolean {
  if (!old) return false;
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((line, at) => line.trimEnd() === other[at]?.trimEnd());
  return unit.kind === 'import' || same(lines.slice(unit.start, unit.end), contents.slice(old.start, old.end));
}

function placesOf(unit: Unit, { contents, definitions }: FileParts): readonly NonNullable<Item['old']>[] {
  if (unit.kind === 'placeholder') return [];
  if (unit.kind === 'definition') return definitionsNamed(definitions, unit.name);
  if (unit.kind === 'import') {
    const same = importsIn(contents).find(({ start, end }) => oneLine(contents.slice(start, end)) === unit.name);
    return same ? [{ ...same, head: same.start, indent: '' }] : [];
  }
  const single = unit.end === unit.head + 1;
  const places = contents.flatMap((line, at) => (single && line.trim() === unit.name ? [at] : []));
  // Brackets and the like stand everywhere.
  return isTelling(unit.name) ? places.map((at) => ({ start: at, head: at, end: at + 1, indent: '' })) : [];
}

function isDefinition(place: object): place is Definition {
  return 'name' in place;
}

function inFile(
  unit: Unit,
  own: readonly string[],
  old: NonNullable<Item['old']>,
  file: FileParts,
): Replacement | undefined {
  const fitted = reindented(own, { indent: old.indent, unit: indentUnitOf(file.contents) }, file.languageId);
  const whole = filled(fitted, file.contents.slice(old.start, old.end), file.languageId);
  return whole && inPlaceOf(old, file.contents, unit, whole);
}

function newImport(own: readonly string[], { contents }: FileParts): Replacement | undefined {
  const last = importsIn(contents).at(-1);
  return last && { start: last.end, end: last.end, contents: own };
}

/** Beside the part it stands beside in the block, with as many blank lines between. */
function newDefinition(
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
  const gap = (from = 0, to = 0) => lines.slice(from, to).filter((line) => line.trim() === '');
  const gapBefore = gap(items[index - 1]?.unit.end, unit.start);
  const fitted = (indent: string) => reindented(own, { indent, unit: indentUnitOf(file.contents) }, file.languageId);
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

/** What goes to the same place, in the order of the block, as one. */
function joined(replacements: readonly Replacement[]): readonly Replacement[] {
  const result: Replacement[] = [];
  for (const next of replacements.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    const isSame = last && last.start === last.end && next.start === next.end && last.start === next.start;
    if (isSame) result[result.length - 1] = { ...last, contents: [...last.contents, ...next.contents] };
    else result.push(next);
  }
  return result;
}

function oneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
