/** Where a line begins, the first being line 0. The length of the text if there are fewer. */
export function startOfLine(text: string, line: number): number {
  let at = 0;
  for (let count = 0; count < line; count++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return at;
}

/** A line without its break. */
export function lineAt(text: string, line: number): string {
  const start = startOfLine(text, line);
  const end = text.indexOf('\n', start);
  return text.slice(start, end < 0 ? text.length : end);
}

export function isBlank(line: string): boolean {
  return /^[ \t]*$/.test(line);
}
