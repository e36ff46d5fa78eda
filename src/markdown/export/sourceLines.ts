/** The lines of a text, of which some are written in another way. Lines are counted from 0. */
export class SourceLines {
  private readonly lines: readonly string[];
  private readonly changed = new Map<number, string | undefined>();

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  /** As it was, or as it has been written since. */
  at(line: number): string {
    return this.changed.get(line) ?? this.lines[line] ?? '';
  }

  replace(line: number, text: string): void {
    this.changed.set(line, text);
  }

  remove(line: number): void {
    this.changed.set(line, undefined);
  }

  /** Puts other words in the place of a text that stands on these lines, each behind the marks of what it is in. */
  replaceText(firstLine: number, text: string, by: string): void {
    if (text === by) return;
    const others = by.split('\n');
    for (const [at, line] of text.split('\n').entries()) {
      const other = others[at];
      if (other === undefined) this.remove(firstLine + at);
      else this.replace(firstLine + at, this.before(firstLine + at, line) + other.replace(/^[ \t]+/, ''));
    }
  }

  /** What stands on a line before its text. */
  before(line: number, text: string): string {
    const source = this.at(line).replace(/[ \t]+$/, '');
    return source.slice(0, source.length - trimmed(text).length);
  }

  /** All lines as they are now. */
  toString(): string {
    return this.lines.flatMap((line, at) => (this.changed.has(at) ? (this.changed.get(at) ?? []) : line)).join('\n');
  }
}

function trimmed(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
