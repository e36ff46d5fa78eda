/** A part of a text, the end exclusive. UTF-16 units. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const lastLine = /-----END (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g;

/** A line of base64, perhaps behind the sign of a diff or in quotes; the last one of a key may be short. */
const fullLine = /^[ \t+"'-]{0,40}[A-Za-z0-9/][A-Za-z0-9+/=]{29,127}[\\nr"',; \t+]{0,10}$/;
const shortLine = /^[ \t+"'-]{0,40}[A-Za-z0-9/][A-Za-z0-9+/=]{0,127}[\\nr"',; \t+]{0,10}$/;
const longestLine = 200;

/** The ends of private keys. Where a text was cut in the middle of one, the line that says so at its start is missing. */
export function* keyEnds(text: string): Iterable<Span> {
  for (const { 0: last, index } of text.matchAll(lastLine)) {
    let start = index;
    let lineStart = text.lastIndexOf('\n', index) + 1;
    for (let pattern = shortLine; lineStart > 0; pattern = fullLine) {
      const before = text.lastIndexOf('\n', lineStart - 2) + 1;
      const line = text.slice(before, lineStart - 1);
      if (line.length > longestLine || !pattern.test(line)) break;
      start = before;
      lineStart = before;
    }
    yield { start, end: index + last.length };
  }
}
