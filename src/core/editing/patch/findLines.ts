import { isTelling } from '../text/textStyle';

/** How alike lines must be: the same; but for white space at their ends; but for indentation too. */
export const likenesses = ['same', 'trimmedEnd', 'trimmed'] as const;
export type Likeness = (typeof likenesses)[number];

function likenessOf(likeness: Likeness, line: string): string {
  if (likeness === 'same') return line;
  return likeness === 'trimmedEnd' ? line.trimEnd() : line.trim();
}

/** Finds whole lines in a file, of which each form is made once. */
export class LineFinder {
  private readonly forms = new Map<Likeness, readonly string[]>();

  constructor(private readonly contents: readonly string[]) {}

  /** All places where these lines stand one after the other. */
  placesOf(lines: readonly string[], likeness: Likeness): readonly number[] {
    if (lines.length === 0) return [];
    const wanted = lines.map((line) => likenessOf(likeness, line));
    const all = this.formOf(likeness);
    // The most particular line decides first.
    const key = Math.max(0, wanted.findIndex(isTelling));
    const places: number[] = [];
    for (let at = all.indexOf(wanted[key] ?? ''); at >= 0; at = all.indexOf(wanted[key] ?? '', at + 1)) {
      const start = at - key;
      if (start >= 0 && wanted.every((line, step) => all[start + step] === line)) places.push(start);
    }
    return places;
  }

  private formOf(likeness: Likeness): readonly string[] {
    const known = this.forms.get(likeness);
    if (known) return known;
    const form = this.contents.map((line) => likenessOf(likeness, line));
    this.forms.set(likeness, form);
    return form;
  }
}
