import type { LineRange } from '../ask/editTarget';

/**
 * The whole line, where part of a line was selected. The answer may be the line, as it was asked for, or that part alone:
 * the line has words of what stands around the part, and the part has none. Undefined if it is neither.
 */
export function wholeLine(line: string, { start, end }: LineRange, answer: string): string | undefined {
  const [before, after] = [line.slice(0, start), line.slice(end)];
  const around = wordsOf(`${before} ${after}`);
  if (around.length === 0) {
    const isLine = answer.trim().startsWith(before.trim()) && answer.trim().endsWith(after.trim());
    return isLine ? answer : before + answer.trim() + after;
  }
  const given = new Set(wordsOf(answer));
  const shared = around.filter((word) => given.has(word)).length;
  if (shared * 2 >= around.length) return answer;
  return shared === 0 && isBalanced(answer) ? before + answer.trim() + after : undefined;
}

function wordsOf(text: string): readonly string[] {
  return [...new Set(text.match(/[\p{L}\p{N}_$]+/gu) ?? [])];
}

/** A part of a line closes the brackets it opens, and ends no statement. */
function isBalanced(text: string): boolean {
  return !/[;{]\s*$/.test(text) && (text.match(/[([{]/g)?.length ?? 0) === (text.match(/[)\]}]/g)?.length ?? 0);
}
