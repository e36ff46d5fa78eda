/** A line of Markdown without its marks, for a list that shows plain text. Code keeps every character it has. */
export function plainLine(line: string): string {
  return line
    .split(/((?<!`)`+(?!`)[^`]*`+)/)
    .map((piece, at) => (at % 2 === 1 ? codeOf(piece) : withoutMarks(piece)))
    .join('')
    .replace(/`{3,}\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The text between backticks. Of a block, which became one line with its fence, the word for its language goes as well. */
function codeOf(piece: string): string {
  const [, fence = '', text = ''] = /^(`+)([^`]*)`+$/.exec(piece) ?? [];
  return fence.length < 3 ? text : text.replace(/^\S*/, '');
}

function withoutMarks(text: string): string {
  return (
    text
      // The address of a link or a picture says less than its words.
      .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
      .replace(/(^|\s)#{1,6}\s+(?=\S)/g, '$1')
      .replace(/^\s*(?:>\s*)+/, '')
      .replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '')
      .replace(/\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?/g, ' ')
      .replace(/(\*\*\*|\*\*|~~)(?=\S)(.+?)(?<=\S)\1/g, '$2')
      .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\p{L}\p{N}*])/gu, '$1')
      .replace(/(?<![\p{L}\p{N}_])(__|_)(?=[^\s_])(.+?)(?<=[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
      // A line may end before the mark that closes.
      .replace(/(^|\s)(\*\*|__)(?=\S)/g, '$1')
      .replace(/(?:^|\s)\|(?=\s|$)|\|\s*$/g, ' ')
  );
}
