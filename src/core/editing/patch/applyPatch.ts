import { codeUnitOf, reindented } from '../text/reindent';
import type { Replacement } from '../text/restyled';
import { indentOf, isTelling } from '../text/textStyle';
import { type Likeness, LineFinder, likenesses } from './findLines';
import type { PatchHunk, PatchLine } from './readPatch';

export type Patched =
  | {
      readonly kind: 'patched';
      readonly replacements: readonly Replacement[];
      /** Says so where the patch adds or takes the line break at the end. */
      readonly finalBreak?: boolean;
    }
  /** The hunk of this number, counted from 1, does not fit: its lines are not there, or are there several times. */
  | { readonly kind: 'doesNotFit' | 'ambiguous'; readonly hunk: number };

/** Where a hunk goes: the lines it replaces, and those of its lines that are left when lines at its ends are let go. */
interface Fit {
  readonly start: number;
  readonly lines: readonly PatchLine[];
  readonly likeness: Likeness;
  /** How many lines behind its number it goes. The next hunks probably do, too. */
  readonly drift: number;
}

/** So many lines of context may be others than the patch says, at each end of a hunk. */
const looseLines = 2;

/**
 * Applies hunks to a file by their lines: numbers only decide between places that fit as well. Lines that the patch keeps
 * stay as the file has them. All hunks fit, or none is applied; one that is in the file already counts as fitting.
 */
export function applyPatch(contents: readonly string[], hunks: readonly PatchHunk[], languageId: string): Patched {
  const finder = new LineFinder(contents);
  const replacements: Replacement[] = [];
  let finalBreak: boolean | undefined;
  let [cursor, drift] = [0, 0];
  for (const [index, hunk] of hunks.entries()) {
    const fit = fitOf(hunk, finder, contents, cursor, drift);
    if (fit === 'applied') continue;
    if (typeof fit === 'string') return { kind: fit, hunk: index + 1 };
    const old = fit.lines.filter(({ kind }) => kind !== 'add');
    const end = fit.start + old.length;
    const overlaps = replacements.some((other) => fit.start < other.end && other.start < end);
    if (overlaps) return { kind: 'doesNotFit', hunk: index + 1 };
    replacements.push({ start: fit.start, end, contents: newLines(fit, contents, languageId) });
    if (end === contents.length) finalBreak = finalBreakOf(fit.lines) ?? finalBreak;
    cursor = Math.max(cursor, end);
    drift = fit.drift;
  }
  // Lines that only come go before those that are replaced at the same place.
  const sorted = replacements.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return { kind: 'patched', replacements: sorted, ...(finalBreak !== undefined && { finalBreak }) };
}

function fitOf(
  hunk: PatchHunk,
  finder: LineFinder,
  contents: readonly string[],
  cursor: number,
  drift: number,
): Fit | 'applied' | 'doesNotFit' | 'ambiguous' {
  const { lines } = hunk;
  if (lines.every(({ kind }) => kind === 'add')) return insertion(hunk, contents, drift);
  // Lines that only come would fit beside themselves again.
  if (lines.every(({ kind }) => kind !== 'remove') && isApplied(lines, finder)) return 'applied';
  const expected = hunk.oldStart === undefined ? undefined : hunk.oldStart - 1 + drift;
  for (const loose of looseEnds(lines)) {
    const old = loose.lines.filter(({ kind }) => kind !== 'add').map(({ text }) => text);
    if (!old.some(isTelling)) continue;
    for (const likeness of likenesses) {
      const places = finder.placesOf(old, likeness);
      if (places.length === 0) continue;
      const wanted = expected === undefined ? undefined : expected + loose.from;
      const start = onePlace(places, wanted, hunk.section, contents, cursor);
      if (start === undefined) return 'ambiguous';
      return { start, lines: loose.lines, likeness, drift: drift + (wanted === undefined ? 0 : start - wanted) };
    }
    // Only a hunk that does not fit as it is may be there already.
    if (loose.from === 0 && loose.lines.length === lines.length && isApplied(lines, finder)) return 'applied';
  }
  return 'doesNotFit';
}

/** The hunk, and then the hunk with fewer and fewer lines of context. */
function looseEnds(
  lines: readonly PatchLine[],
): readonly { readonly from: number; readonly lines: readonly PatchLine[] }[] {
  const first = lines.findIndex(({ kind }) => kind !== 'keep');
  const last = lines.length - 1 - lines.findLastIndex(({ kind }) => kind !== 'keep');
  const found: { from: number; lines: readonly PatchLine[] }[] = [];
  for (let sum = 0; sum <= 2 * looseLines; sum += 1) {
    for (let from = Math.max(0, sum - looseLines); from <= Math.min(sum, looseLines, first); from += 1) {
      if (sum - from <= last) found.push({ from, lines: lines.slice(from, lines.length - (sum - from)) });
    }
  }
  return found;
}

/** The place that is meant; undefined if it is not certain. */
function onePlace(
  places: readonly number[],
  expected: number | undefined,
  section: string,
  contents: readonly string[],
  cursor: number,
): number | undefined {
  if (places.length === 1) return places[0];
  if (expected !== undefined && places.includes(expected)) return expected;
  const heads =
    section === '' ? [] : contents.flatMap((line, at) => (line.trim().startsWith(section.trim()) ? [at] : []));
  const [head] = heads;
  if (head !== undefined && heads.length === 1) {
    const below = places.filter((place) => place >= head);
    if (below.length === 1) return below[0];
  }
  const later = places.filter((place) => place >= cursor);
  return later.length === 1 ? later[0] : undefined;
}

/** Lines that only come have nothing to be found by but their number, or an empty file. */
function insertion({ oldStart, lines }: PatchHunk, contents: readonly string[], drift: number): Fit | 'doesNotFit' {
  const isEmpty = contents.every((content) => content.trim() === '');
  const start = isEmpty ? contents.length : oldStart === undefined ? undefined : oldStart + drift;
  const fits = start !== undefined && start >= 0 && start <= contents.length;
  return fits ? { start, lines, likeness: 'same', drift } : 'doesNotFit';
}

function isApplied(lines: readonly PatchLine[], finder: LineFinder): boolean {
  const result = lines.filter(({ kind }) => kind !== 'remove').map(({ text }) => text);
  const says = lines.some(({ kind, text }) => kind === 'add' && isTelling(text));
  return says && likenesses.slice(0, 2).some((likeness) => finder.placesOf(result, likeness).length === 1);
}

function newLines({ start, lines, likeness }: Fit, contents: readonly string[], languageId: string): readonly string[] {
  const old = lines.filter(({ kind }) => kind !== 'add');
  const first = old.findIndex(({ text }) => text.trim() !== '');
  const texts = lines.map(({ text }) => text);
  const place = { indent: indentOf(contents[start + first] ?? ''), unit: codeUnitOf(contents, languageId) };
  const fitted =
    likeness === 'trimmed' ? reindented([old[first]?.text ?? '', ...texts], place, languageId).slice(1) : texts;
  let at = start;
  return lines.flatMap(({ kind }, index) => {
    if (kind === 'add') return [fitted[index] ?? ''];
    at += 1;
    return kind === 'keep' ? [contents[at - 1] ?? ''] : [];
  });
}

function finalBreakOf(lines: readonly PatchLine[]): boolean | undefined {
  const before = lines.findLast(({ kind }) => kind !== 'add');
  const after = lines.findLast(({ kind }) => kind !== 'remove');
  if (after?.isUnbroken) return false;
  return before?.isUnbroken ? true : undefined;
}
