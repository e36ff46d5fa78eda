/** Why nothing can be asked about a text. */
export type Unfit = 'empty' | 'binary';

/** So much of the beginning tells what a file is. UTF-16 units. */
const looked = 8_000;
/** Of the characters of a text, at most this share is unreadable. */
const mostUnreadable = 0.1;

/** What is no code: nothing at all, or bytes that VS Code shows as if they were text. Undefined: it is. */
export function unfitText(text: string): Unfit | undefined {
  if (text.trim() === '') return 'empty';
  const start = text.slice(0, looked);
  if (start.includes('\0')) return 'binary';
  let unreadable = 0;
  for (const character of start) if (isUnreadable(character.charCodeAt(0))) unreadable += 1;
  return unreadable > start.length * mostUnreadable ? 'binary' : undefined;
}

/** Control characters that no text has, and what stands for bytes that are no UTF-8. */
function isUnreadable(code: number): boolean {
  return code === 0xfffd || code === 0x7f || (code < 32 && (code < 7 || code > 13) && code !== 27);
}
