/** The last `most` UTF-16 units of a text or a little less: from the start of a line on, or of a character if it has one line. */
export function lastPart(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = withoutHalfAtStart(text.slice(text.length - most));
  const lineEnd = part.search(/\r\n|\n|\r/);
  const rest = lineEnd < 0 ? '' : part.slice(lineEnd).replace(/^(?:\r\n|\n|\r)/, '');
  return rest === '' || text[text.length - most - 1] === '\n' ? part : rest;
}

/** The first `most` UTF-16 units of a text or a little less: up to the end of a line, or of a character if it has one line. */
export function firstPart(text: string, most: number): string {
  if (text.length <= most) return text;
  const part = withoutHalfAtEnd(text.slice(0, most));
  const lineEnd = Math.max(part.lastIndexOf('\n'), part.lastIndexOf('\r'));
  return lineEnd < 0 ? part : part.slice(0, lineEnd + 1);
}

function withoutHalfAtStart(text: string): string {
  return /^[\uDC00-\uDFFF]/.test(text) ? text.slice(1) : text;
}

function withoutHalfAtEnd(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
