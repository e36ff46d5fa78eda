export type LineBreak = '\n' | '\r\n' | '\r';

/**
 * A document's text as lines. Each line keeps its own line break, so that joining gives back the same text, whatever it
 * mixes. A text that ends with a line break has no empty last line; an empty text has no lines.
 */
export class SourceText {
  private starts: readonly number[] | undefined;

  private constructor(
    /** A byte order mark in front, or nothing. It belongs to no line. */
    readonly bom: string,
    /** With their line breaks. */
    readonly lines: readonly string[],
  ) {}

  static of(text: string): SourceText {
    const bom = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    return new SourceText(bom, splitLines(bom === '' ? text : text.slice(1)));
  }

  /** The same document with other lines. */
  withLines(lines: readonly string[]): SourceText {
    return new SourceText(this.bom, lines);
  }

  get text(): string {
    return this.bom + this.lines.join('');
  }

  /** Where a line begins in the text, in UTF-16 units. The line after the last one begins where the text ends. */
  offsetOf(line: number): number {
    this.starts ??= startsOf(this.lines, this.bom.length);
    return this.starts[Math.min(line, this.lines.length)] ?? this.bom.length;
  }

  /** The text of some lines, `end` not included. */
  slice(start: number, end: number): string {
    return this.lines.slice(start, end).join('');
  }
}

export function splitLines(text: string): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push(text.slice(start, index + lineBreak.length));
    start = index + lineBreak.length;
  }
  if (start < text.length) lines.push(text.slice(start));
  return lines;
}

/** The line without its line break. */
export function contentOf(line: string): string {
  return line.slice(0, line.length - breakOf(line).length);
}

/** The line break of a line; nothing for the last line of a text that ends without one. */
export function breakOf(line: string): LineBreak | '' {
  if (line.endsWith('\r\n')) return '\r\n';
  if (line.endsWith('\n')) return '\n';
  return line.endsWith('\r') ? '\r' : '';
}

function startsOf(lines: readonly string[], from: number): readonly number[] {
  const starts = [from];
  let at = from;
  for (const line of lines) {
    at += line.length;
    starts.push(at);
  }
  return starts;
}
