import type { StateInline } from 'markdown-it';

/** How far off the partner of a bracket is looked for. Characters. */
const longestLabel = 80;

/**
 * `\(`, `\)`, `\[` and `\]` that are no marks of a formula: they are shown as they are written, since what has strokes in
 * it is TeX that never ended, or a pattern. But `\[words\]` is how words in brackets are kept from being a link.
 */
export function stroke(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== '\\' || pos + 1 >= state.posMax) return false;
  const bracket = src[pos + 1] ?? '';
  if (!isKept(src, pos, bracket)) return false;
  if (!silent) {
    const token = state.push('text_special', '', 0);
    token.content = src.slice(pos, pos + 2);
    token.markup = token.content;
    token.info = 'stroke';
  }
  state.pos = pos + 2;
  return true;
}

function isKept(src: string, pos: number, bracket: string): boolean {
  switch (bracket) {
    case '(':
    case ')':
      return true;
    case '[':
      return !isLabel(src, pos);
    case ']': {
      const before = src.slice(Math.max(0, pos - longestLabel), pos);
      const opening = before.lastIndexOf('\\[');
      return opening > before.lastIndexOf(']') && !isLabel(src, pos - before.length + opening);
    }
    default:
      return false;
  }
}

/** Whether brackets with strokes may have begun at the end of a text, so that what follows tells what they are. */
export function endsInStrokes(text: string): boolean {
  const end = text.slice(-longestLabel - 2);
  const opening = end.lastIndexOf('\\[');
  return end.endsWith('\\') || (opening > end.lastIndexOf(']') && /^(?:\S|\s?$)/.test(end.slice(opening + 2)));
}

/** Whether there is nothing between these brackets but words and their marks, a blank as in the box of a task, or `^1`. */
function isLabel(src: string, opening: number): boolean {
  return /^(?:[^\s\]\\^={}<>|$][^\]\\^={}<>|$]*|\s)\\?\]|^\^[^\s[\]\\]+\]/.test(
    src.slice(opening + 2, opening + 2 + longestLabel),
  );
}
