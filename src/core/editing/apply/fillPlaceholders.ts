import { hasInlinePlaceholder, isPlaceholder } from '../text/placeholders';
import { inPlaceOf } from './preamble';
import { type Unit, unitsOf } from './units';

/** A unit of the new text, with the unit of the old one that it is a form of. */
interface Item {
  readonly unit: Unit;
  readonly old: Unit | undefined;
}

const closer = /^\s*(?:[})\]]+[;,)]*|end|fi|done|esac|<\/[\w.-]+>)\s*$/;

export function hasPlaceholder(lines: readonly string[], known: readonly string[], languageId: string): boolean {
  const own = new Set(known.map((line) => line.trim()));
  return lines.some(
    (line) => !own.has(line.trim()) && (isPlaceholder(line, languageId) || hasInlinePlaceholder(line, languageId)),
  );
}

/**
 * A definition, or another statement with what is indented below it, with its placeholders replaced by what the old form
 * has there. Undefined where that is not certain: beside a placeholder must stand what the old form has too, or a whole
 * new definition.
 */
export function filled(
  lines: readonly string[],
  old: readonly string[],
  languageId: string,
): readonly string[] | undefined {
  if (!hasPlaceholder(lines, old, languageId)) return lines;
  const own = new Set(old.map((line) => line.trim()));
  const isOwn = (line: string) => own.has(line.trim());
  const [outer] = unitsOf(lines, languageId, isOwn);
  const [oldOuter, ...more] = unitsOf(old, languageId, isOwn);
  if (!outer || !oldOuter || outer.kind === 'placeholder' || more.length > 0) return undefined;
  const end = endOfBody(lines);
  const body = lines.slice(outer.head + 1, end);
  const oldBody = old.slice(oldOuter.head + 1, endOfBody(old));
  const head = lines.slice(0, outer.head + 1);
  if (hasInline(head, isOwn, languageId)) return undefined;
  const inner = filledBody(body, oldBody, languageId, isOwn);
  return inner && [...head, ...inner, ...lines.slice(end)];
}

function filledBody(
  body: readonly string[],
  old: readonly string[],
  languageId: string,
  isOwn: (line: string) => boolean,
): readonly string[] | undefined {
  const oldUnits = unitsOf(old, languageId, () => true);
  const units = unitsOf(body, languageId, isOwn);
  const items = units.map((unit) => ({ unit, old: formOf(unit, oldUnits) }));
  // Of a definition whose name several have, it is not certain which one is left out.
  const hasTwins = (unit: Unit) => unit.kind === 'definition' && formsOf(unit, oldUnits).length > 1;
  if (units.some(hasTwins) || !isInOrder(items, oldUnits)) return undefined;
  const result: string[] = [];
  let at = 0;
  for (const [index, { unit, old: before }] of items.entries()) {
    const blank = body.slice(at, unit.start);
    at = unit.end;
    if (unit.kind === 'placeholder') {
      const [start, end] = [endBefore(items, index), startAfter(items, index, old.length)];
      if (start === undefined || end === undefined) return undefined;
      const part = old.slice(start, end);
      const keepsBlank = items[index - 1]?.old === undefined && index > 0 && part[0]?.trim() !== '';
      result.push(...(keepsBlank ? blank : []), ...part);
      continue;
    }
    const lines = body.slice(unit.start, unit.end);
    const isAfterPlaceholder = items[index - 1]?.unit.kind === 'placeholder';
    const endsBlank = result.at(-1)?.trim() === '';
    if (!isAfterPlaceholder || (before === undefined && !endsBlank)) result.push(...blank);
    const whole = before ? formIn(unit, lines, before, old, languageId) : withoutPlaceholders(lines, isOwn, languageId);
    if (!whole) return undefined;
    result.push(...whole);
  }
  return items.at(-1)?.unit.kind === 'placeholder' ? result : [...result, ...body.slice(at)];
}

/** The unit in the form the new text gives it, with its own placeholders filled. */
function formIn(unit: Unit, lines: readonly string[], before: Unit, old: readonly string[], languageId: string) {
  const whole = filled(lines, old.slice(before.start, before.end), languageId);
  return whole && inPlaceOf(before, old, unit, whole).contents;
}

/** The unit of the old text that has the same name, or the same first line, if there is one alone. */
function formOf(unit: Unit, oldUnits: readonly Unit[]): Unit | undefined {
  const found = formsOf(unit, oldUnits);
  return found.length === 1 ? found[0] : undefined;
}

function formsOf(unit: Unit, oldUnits: readonly Unit[]): readonly Unit[] {
  return oldUnits.filter(({ kind, name }) => kind === unit.kind && name === unit.name);
}

/** Old units come in the old order, and no definition lies where the new text leaves nothing out. */
function isInOrder(items: readonly Item[], oldUnits: readonly Unit[]): boolean {
  let [end, mayLeaveOut] = [0, false];
  for (const { unit, old } of items) {
    if (unit.kind === 'placeholder') mayLeaveOut = true;
    if (!old) continue;
    const isLost = (other: Unit) => other.kind === 'definition' && other.start >= end && other.end <= old.start;
    if (old.start < end || (!mayLeaveOut && oldUnits.some(isLost))) return false;
    [end, mayLeaveOut] = [old.end, false];
  }
  return mayLeaveOut || !oldUnits.some(({ kind, start }) => kind === 'definition' && start >= end);
}

/** Where in the old text a placeholder begins; undefined if that is not certain. */
function endBefore(items: readonly Item[], index: number): number | undefined {
  for (let at = index - 1; at >= 0; at -= 1) {
    const item = items[at];
    if (item?.old) return item.old.end;
    if (item?.unit.kind !== 'definition') return undefined;
  }
  return 0;
}

function startAfter(items: readonly Item[], index: number, length: number): number | undefined {
  for (const item of items.slice(index + 1)) {
    if (item.old) return item.old.start;
    if (item.unit.kind !== 'definition') return undefined;
  }
  return length;
}

function withoutPlaceholders(lines: readonly string[], isOwn: (line: string) => boolean, languageId: string) {
  const stands = lines.some((line) => !isOwn(line) && isPlaceholder(line, languageId));
  return stands || hasInline(lines, isOwn, languageId) ? undefined : lines;
}

function hasInline(lines: readonly string[], isOwn: (line: string) => boolean, languageId: string): boolean {
  return lines.some((line) => !isOwn(line) && hasInlinePlaceholder(line, languageId));
}

/** Without the bracket or word that closes it, where there is one. */
function endOfBody(lines: readonly string[]): number {
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return closer.test(lines[last] ?? '') ? last : last + 1;
}
