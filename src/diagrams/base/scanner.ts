import { NotDrawable } from './notDrawable';

/** Goes through a text from its beginning to its end. Patterns have to be sticky. */
export class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The groups of the pattern if the text goes on with it, which is then read. */
  take(pattern: RegExp): readonly (string | undefined)[] | undefined {
    const next = new RegExp(pattern);
    next.lastIndex = this.at;
    const match = next.exec(this.text);
    if (match) this.at += match[0].length;
    return match ?? undefined;
  }

  /** What is within brackets that begin here, brackets of the same kind and quotes in it taken as they are. */
  takeBracketed(open: string, close: string): string {
    let depth = 0;
    for (let at = this.at; at < this.text.length; at++) {
      const char = this.text[at];
      if (char === '"') at = this.endOfQuote(at);
      else if (char === '\n') break;
      else if (char === close && depth === 1) {
        const inner = this.text.slice(this.at + 1, at);
        this.at = at + 1;
        return inner;
      } else if (char === close) depth -= 1;
      else if (char === open || at === this.at) depth += 1;
    }
    throw new NotDrawable('a bracket without an end');
  }

  /** Everything up to the pattern, on the same line, and the pattern itself. */
  takeUpTo(pattern: RegExp): readonly [text: string, found: string] {
    const end = this.text.indexOf('\n', this.at);
    const line = this.text.slice(this.at, end < 0 ? undefined : end);
    const found = pattern.exec(line);
    if (!found) throw new NotDrawable('a line without an end');
    this.at += found.index + found[0].length;
    return [line.slice(0, found.index), found[0]];
  }

  private endOfQuote(start: number): number {
    const end = this.text.indexOf('"', start + 1);
    if (end < 0) throw new NotDrawable('a quote without an end');
    return end;
  }
}
