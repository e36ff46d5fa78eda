import { type Definition, endOf, membersIn } from '../text/definitions';
import { reindented } from '../text/reindent';
import type { Replacement } from '../text/restyled';
import { indentOf, isTelling } from '../text/textStyle';
import { definitionsNamed } from './fileDefinitions';
import type { FileParts, Item } from './fileParts';
import { filled } from './fillPlaceholders';
import { newDefinition, newImport } from './newParts';
import { inPlaceOf } from './preamble';
import type { Unit } from './units';

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
  return { kind: 'merged', replacements: joined(replacements), names, drops };
}

/** Whether a line of the block stands in the file as it is, and nothing is to be done. */
function isThere(unit: Unit, old: Item['old'], lines: readonly string[], { contents }: FileParts): boolean {
  if (!old) return false;
  const same = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((line, at) => line.trimEnd() === other[at]?.trimEnd());
  return unit.kind === 'import' || same(lines.slice(unit.start, unit.end), contents.slice(old.start, old.end));
}

function placesOf(
  unit: Unit,
  { contents, definitions, imports, places, scanned }: FileParts,
): readonly NonNullable<Item['old']>[] {
  if (unit.kind === 'definition') return definitionsNamed(definitions, unit.name);
  if (unit.kind === 'import') {
    const same = imports.find(({ start, end }) => oneLine(contents.slice(start, end)) === unit.name);
    return same ? [{ ...same, head: same.start, indent: '' }] : [];
  }
  // Brackets and the like stand everywhere, and what is left out nowhere.
  if (!isTelling(unit.name)) return [];
  const isSingle = unit.end === unit.head + 1;
  return (places.get(unit.name) ?? []).flatMap((at) => {
    const end = endOf(contents, at, scanned);
    const indent = indentOf(contents[at] ?? '');
    return end === undefined || (isSingle && end > at + 1) ? [] : [{ start: at, head: at, end, indent }];
  });
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
  const fitted = reindented(own, { indent: old.indent, unit: file.unit }, file.languageId);
  const whole = filled(fitted, file.contents.slice(old.start, old.end), file.languageId);
  return whole && inPlaceOf(old, file.contents, unit, whole);
}

/** What goes to the same place, in the order of the block, as one. */
function joined(replacements: readonly Replacement[]): readonly Replacement[] {
  const result: Replacement[] = [];
  for (const next of replacements.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = result.at(-1);
    const isSame = last && next.start === next.end && last.start === next.start;
    if (isSame) result[result.length - 1] = { ...last, contents: [...last.contents, ...next.contents] };
    else result.push(next);
  }
  return result;
}

function oneLine(lines: readonly string[]): string {
  return lines.join(' ').replace(/\s+/g, ' ').trim();
}
