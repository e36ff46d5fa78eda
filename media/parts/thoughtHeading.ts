const longestLine = 200;
/** A line that is bold as a whole, or a heading of Markdown. */
const headings = [/^\s*\*\*([^*]+)\*\*\s*$/, /^\s*#{1,6}\s+(.+?)\s*$/];

/** Finds the newest heading in a thought that grows. Each piece costs what it adds. */
export class ThoughtHeading {
  private line = '';
  private newest: string | undefined;

  /** Undefined: there is none yet. */
  get text(): string | undefined {
    return this.newest;
  }

  add(text: string): void {
    const [first = '', ...others] = text.split('\n');
    this.grow(first);
    for (const line of others) {
      this.read(headings);
      this.line = '';
      this.grow(line);
    }
    // A bold line is whole with its last asterisks; of another heading more words may come.
    this.read(headings.slice(0, 1));
  }

  private grow(text: string): void {
    this.line += text.slice(0, longestLine - this.line.length);
  }

  private read(patterns: readonly RegExp[]): void {
    // A line that was cut is none.
    if (this.line.length >= longestLine) return;
    for (const pattern of patterns) this.newest = pattern.exec(this.line)?.[1]?.trim() ?? this.newest;
  }
}
