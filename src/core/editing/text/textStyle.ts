import { breakOf, contentOf, type LineBreak, type SourceText } from './sourceText';

/** What one step of indentation is. */
export type IndentUnit = { readonly kind: 'tabs' } | { readonly kind: 'spaces'; readonly width: number };

export interface TextStyle {
  /** The line break most lines have; `\n` where there is none. */
  readonly lineBreak: LineBreak;
  readonly hasMixedBreaks: boolean;
  /** Whether the last line ends with a line break. */
  readonly hasFinalBreak: boolean;
  /** Undefined where nothing is indented. */
  readonly indent: IndentUnit | undefined;
}

/** So many lines are looked at for the indentation. */
const measuredLines = 10_000;

export function styleOf({ lines }: SourceText): TextStyle {
  const counts = new Map<LineBreak, number>();
  for (const line of lines) {
    const lineBreak = breakOf(line);
    if (lineBreak !== '') counts.set(lineBreak, (counts.get(lineBreak) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return {
    lineBreak: most?.[0] ?? '\n',
    hasMixedBreaks: counts.size > 1,
    hasFinalBreak: breakOf(lines.at(-1) ?? '') !== '',
    indent: indentUnitOf(lines.slice(0, measuredLines).map(contentOf)),
  };
}

/**
 * How these lines are indented. Spaces are measured by what neighbouring lines differ by, so that lines which are only
 * aligned with others count little. Of widths that are as frequent, the smaller one is taken: it divides the other.
 */
export function indentUnitOf(contents: readonly string[]): IndentUnit | undefined {
  let tabs = 0;
  let spaces = 0;
  let previous = 0;
  const steps = new Map<number, number>();
  for (const content of contents) {
    if (content.trim() === '') continue;
    const indent = indentOf(content);
    if (indent.startsWith('\t')) tabs += 1;
    else if (indent.length > 1) spaces += 1;
    const width = indent.includes('\t') ? 0 : indent.length;
    const step = Math.abs(width - previous);
    // One space is the column of stars in a comment, not a step.
    if (step > 1 && step <= 8) steps.set(step, (steps.get(step) ?? 0) + 1);
    previous = width;
  }
  if (tabs === 0 && spaces === 0) return undefined;
  if (tabs >= spaces) return { kind: 'tabs' };
  const [best] = [...steps].sort(([a, countA], [b, countB]) => countB - countA || a - b);
  return { kind: 'spaces', width: best?.[0] ?? 4 };
}

/** The white space a line begins with. */
export function indentOf(content: string): string {
  return /^[ \t]*/.exec(content)?.[0] ?? '';
}

/** Whether a line says enough to be recognised: brackets and blank lines stand everywhere. */
export function isTelling(content: string): boolean {
  return /[\p{L}\p{N}]/u.test(content);
}
