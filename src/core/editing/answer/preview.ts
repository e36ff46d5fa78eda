import { isTelling } from '../text/textStyle';

/** So many old lines ahead a new line may be one of. */
const lookAhead = 60;

/**
 * The old lines that the new ones have not reached yet, so that a comparison does not show them as gone while the answer
 * is being written. Each line costs what it adds.
 */
export class UnreachedLines {
  private reached = 0;
  private taken = 0;

  constructor(private readonly old: readonly string[]) {}

  /** `lines`: all that came so far. */
  after(lines: readonly string[]): readonly string[] {
    for (; this.taken < lines.length; this.taken += 1) {
      const line = lines[this.taken] ?? '';
      // Brackets and blank lines stand everywhere, and tell only of the next line.
      const ahead = this.old.slice(this.reached, this.reached + (isTelling(line) ? lookAhead : 1));
      this.reached += ahead.indexOf(line) + 1;
    }
    return this.old.slice(this.reached);
  }
}
