/** Stands in a text where two of its lines become one. No answer holds it. */
export const joint = '\0';

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

  /** Puts a blank line before this one, unless there is one. */
  detach(line: number): void {
    if (line > 0 && this.at(line - 1).trim() !== '') this.replace(line, `\n${this.at(line)}`);
  }

  /** Puts other words in the place of a text that stands on these lines, each behind the marks of what it is in. */
  replaceText(firstLine: number, text: string, by: string): void {
    if (text === by) return;
    const before = text.split('\n');
    let at = 0;
    for (const other of by.split('\n')) {
      const pieces = other.split(joint);
      this.replace(firstLine + at, this.joined(firstLine + at, before[at] ?? '', pieces.join(' ')));
      for (let more = 1; more < pieces.length; more++) this.remove(firstLine + at + more);
      at += pieces.length;
    }
  }

  /** What stands on a line before its text and the blanks at its beginning. */
  before(line: number, text: string): string {
    const source = this.at(line).replace(/[ \t]+$/, '');
    return source.slice(0, source.length - trimmed(text).length);
  }

  /** The line with another text. `before` is the one that it has now. */
  private joined(line: number, before: string, text: string): string {
    const blanks = /^[ \t]*/.exec(before)?.[0] ?? '';
    const marks = this.before(line, before);
    // Of a tab, a part may belong to what the text is in, and the rest to the text.
    const found = [marks, withoutTabs(marks)].find((some) => some.endsWith(blanks));
    if (found === undefined) return marks + text.replace(/^[ \t]+/, '');
    const own = found.slice(0, found.length - blanks.length);
    // The mark of a quote takes the blank behind it.
    return own.endsWith('>') && text.startsWith(' ') ? `${own} ${text}` : own + text;
  }

  /** All lines as they are now. */
  toString(): string {
    return this.lines.flatMap((line, at) => (this.changed.has(at) ? (this.changed.get(at) ?? []) : line)).join('\n');
  }
}

/** A tab goes on to the next column that four divide. */
function withoutTabs(text: string): string {
  let made = '';
  for (const char of text) made += char === '\t' ? ' '.repeat(4 - (made.length % 4)) : char;
  return made;
}

function trimmed(text: string): string {
  return text.replace(/^[ \t]+|[ \t]+$/g, '');
}
