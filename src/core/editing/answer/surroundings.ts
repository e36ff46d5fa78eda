import { isTelling } from '../text/textStyle';

/** The document without the selection, and the selection. Lines without line breaks. */
export interface Place {
  readonly before: readonly string[];
  readonly selected: readonly string[];
  readonly after: readonly string[];
}

export type Trimmed =
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly isTrimmed: boolean }
  /** Lines from outside the selection are among those given, and where they end is not certain. */
  | { readonly kind: 'unclear' };

/** So many lines in a row from outside the selection are no accident. */
const tellingRun = 3;

/**
 * Lines around the selection that the answer repeats, up to the whole document, are taken off where it is certain that
 * they are these: they stand at the ends of the answer as they stand around the selection, and the selection has none
 * like them. Blank lines and indentation are not looked at.
 */
export function withoutSurroundings(lines: readonly string[], place: Place): Trimmed {
  const selected = new Set(place.selected.map((line) => line.trim()));
  const isForeign = (line: string) => isTelling(line) && !selected.has(line);
  const before = written(place.before);
  const after = written(place.after);

  const start = repeatedAtStart(lines, before, isForeign);
  const end = lines.length - repeatedAtStart(lines.slice(start).toReversed(), after.toReversed(), isForeign);
  const isTrimmed = start > 0 || end < lines.length;
  const rest = isTrimmed ? balanced(lines.slice(start, end), place) : lines;
  if (isTrimmed && written(rest).length === 0) return { kind: 'unclear' };
  const outside = new Set([...before, ...after].filter(isForeign));
  const telling = written(rest).filter(isTelling);
  // Who repeats lines around the selection may have changed some of them.
  const isUnclear = isTrimmed
    ? telling.some((line) => outside.has(line))
    : hasForeignRun(telling, before, after, outside);
  return isUnclear ? { kind: 'unclear' } : { kind: 'lines', lines: rest, isTrimmed };
}

/** Without the bracket after the selection that closes what was taken off before it, and the other way round. */
function balanced(lines: readonly string[], { selected, before, after }: Place): readonly string[] {
  const wanted = openBrackets(selected);
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const next = after.find((line) => line.trim() !== '')?.trim();
  const previous = before.findLast((line) => line.trim() !== '')?.trim();
  const [shorter, later] = [lines.slice(0, last), lines.slice(first + 1)];
  if (openBrackets(lines) < wanted && lines[last]?.trim() === next && openBrackets(shorter) <= wanted) return shorter;
  if (openBrackets(lines) > wanted && lines[first]?.trim() === previous && openBrackets(later) >= wanted) return later;
  return lines;
}

function openBrackets(lines: readonly string[]): number {
  const text = lines.join('\n');
  return (text.match(/[([{]/g)?.length ?? 0) - (text.match(/[)\]}]/g)?.length ?? 0);
}

/** How many lines at the start of the answer are the last ones of `before`. */
function repeatedAtStart(
  lines: readonly string[],
  before: readonly string[],
  isForeign: (line: string) => boolean,
): number {
  const places = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const given = places.map((at) => (lines[at] ?? '').trim());
  for (let count = Math.min(given.length, before.length); count > 0; count -= 1) {
    let [same, tells] = [0, false];
    while (same < count && given[same] === before[before.length - count + same]) {
      tells ||= isForeign(given[same] ?? '');
      same += 1;
    }
    if (same === count && tells) return (places[count - 1] ?? 0) + 1;
  }
  return 0;
}

/** Whether the answer begins or ends like the document elsewhere, or holds what stands beside the selection. */
function hasForeignRun(
  given: readonly string[],
  before: readonly string[],
  after: readonly string[],
  outside: ReadonlySet<string>,
): boolean {
  const needed = Math.min(tellingRun, outside.size);
  if (needed === 0 || given.length <= needed) return false;
  const isOutside = (line: string) => outside.has(line);
  if (given.slice(0, needed).every(isOutside) || given.slice(-needed).every(isOutside)) return true;
  const beside = [before.filter(isTelling).slice(-tellingRun), after.filter(isTelling).slice(0, tellingRun)];
  return beside.some((run) => run.length > 1 && run.every(isOutside) && holds(given, run));
}

function holds(lines: readonly string[], run: readonly string[]): boolean {
  return lines.some((_, at) => run.every((line, step) => lines[at + step] === line));
}

/** Lines that are not blank, without the white space around them. */
function written(lines: readonly string[]): readonly string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}
