import { diffLines } from './lineDiff';
import { breakOf, contentOf, type LineBreak, type SourceText } from './sourceText';
import { styleOf } from './textStyle';

/** New lines, without line breaks, in place of some lines of a document. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly contents: readonly string[];
  /** The old lines as whoever wrote the new ones knew them, where these are not the lines themselves. */
  readonly known?: readonly string[];
}

/**
 * The document with these replacements, in its own style: lines that stay are the very same, new ones have the line break
 * of the line they replace or follow, and the text ends with a line break if it did.
 */
export function replaced(source: SourceText, replacements: readonly Replacement[]): SourceText {
  const style = styleOf(source);
  const result: string[][] = [];
  let at = 0;
  for (const replacement of replacements.toSorted((a, b) => a.start - b.start)) {
    const old = source.lines.slice(replacement.start, replacement.end);
    result.push(source.lines.slice(at, replacement.start), styledLines(old, replacement, style.lineBreak));
    at = replacement.end;
  }
  result.push(source.lines.slice(at));
  const hasFinalBreak = style.hasFinalBreak || source.lines.length === 0;
  const lines = result.flat();
  return source.withLines(
    lines.map((line, index) => {
      if (index === lines.length - 1 && !hasFinalBreak) return contentOf(line);
      return breakOf(line) === '' ? line + style.lineBreak : line;
    }),
  );
}

function styledLines(old: readonly string[], { contents, known }: Replacement, usual: LineBreak): string[] {
  const result: string[] = [];
  const breakBefore = () => breakOf(result.at(-1) ?? '') || breakOf(old[0] ?? '') || usual;
  const keep = (from: number, to: number) => result.push(...old.slice(from, to));
  let at = 0;
  for (const { aStart, aEnd, bStart, bEnd } of diffLines(known ?? old.map(contentOf), contents)) {
    keep(at, aStart);
    for (let line = bStart; line < bEnd; line += 1) {
      // Where lines are only added, the last one before them.
      const model = old[Math.min(aStart + line - bStart, aEnd - 1)] ?? '';
      result.push((contents[line] ?? '') + (breakOf(model) || breakBefore()));
    }
    at = aEnd;
  }
  keep(at, old.length);
  return result;
}
