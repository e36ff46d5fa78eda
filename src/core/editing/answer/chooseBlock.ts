import { isMarkdown, isPatchName, mayBe } from '../text/languages';
import { type FencedBlock, fencedBlocks, fenceIn } from './fencedBlocks';
import type { AnswerRefusal } from './refusals';

export type Chosen =
  | { readonly kind: 'lines'; readonly lines: readonly string[]; readonly isPatch: boolean }
  | { readonly kind: 'refused'; readonly reason: AnswerRefusal };

/** The code in an answer without tags: its one block, or code without any fence that begins and ends as the selection does. */
export function chooseBlock(lines: readonly string[], selected: readonly string[], languageId: string): Chosen {
  const blocks = fencedBlocks(lines);
  if (blocks.length === 0) return bareCode(lines, selected);
  if (blocks.some(({ isClosed }) => !isClosed)) return { kind: 'refused', reason: 'cut' };
  const fitting = blocks.filter(({ info }) => mayBe(info, languageId));
  const [only, second] = fitting;
  if (!only) {
    const [patch] = blocks;
    if (patch && blocks.length === 1 && isPatchName(patch.info))
      return { kind: 'lines', lines: patch.lines, isPatch: true };
    return { kind: 'refused', reason: 'wrongLanguage' };
  }
  // In Markdown, a block in another language may well be part of the answer.
  if (blocks.length > fitting.length && isMarkdown(languageId)) return { kind: 'refused', reason: 'severalBlocks' };
  if (!second) return { kind: 'lines', lines: only.lines, isPatch: false };
  // Some models show the old code first, and some say the same twice.
  const isOld = sameText(only, selected) && fitting.length === 2;
  const isTwice = fitting.every(({ lines: other }) => sameText(only, other));
  if (isOld || isTwice) return { kind: 'lines', lines: isOld ? second.lines : only.lines, isPatch: false };
  return { kind: 'refused', reason: 'severalBlocks' };
}

/**
 * Code between the tags that stands in a fence of its own, which was not asked for. Where the selection is in a fence
 * itself, or holds fences like this one, it may be meant.
 */
export function withoutFence(
  lines: readonly string[],
  selected: readonly string[],
  languageId: string,
): Chosen | undefined {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const [opening, closing] = [fenceIn(lines[first] ?? ''), fenceIn(lines[last] ?? '')];
  if (!opening || !closing || first === last || closing.info !== '' || closing.char !== opening.char) return undefined;
  if (fenceIn(selected.find((line) => line.trim() !== '') ?? '')) return undefined;
  if (isMarkdown(languageId) && !(opening.info !== '' && mayBe(opening.info, languageId))) return undefined;
  const inner = lines.slice(first + 1, last);
  const isFence = (line: string) => fenceIn(line) !== undefined;
  const count = inner.filter(isFence).length;
  if (count > 0 && !isMarkdown(languageId) && count !== selected.filter(isFence).length)
    return { kind: 'refused', reason: 'severalBlocks' };
  if (isPatchName(opening.info) && !isPatchName(languageId)) return { kind: 'lines', lines: inner, isPatch: true };
  if (!mayBe(opening.info, languageId)) return { kind: 'refused', reason: 'wrongLanguage' };
  return { kind: 'lines', lines: inner, isPatch: false };
}

/** Words never begin and end with the first and the last line of the selection. */
function bareCode(lines: readonly string[], selected: readonly string[]): Chosen {
  const [given, old] = [lines, selected].map((all) => all.map((line) => line.trim()).filter((line) => line !== ''));
  if (!given || given.length === 0) return { kind: 'refused', reason: 'empty' };
  const isFramed = old && old.length > 1 && given[0] === old[0] && given.at(-1) === old.at(-1) && given.length > 1;
  if (!isFramed) return { kind: 'refused', reason: 'prose' };
  return { kind: 'lines', lines, isPatch: false };
}

function sameText({ lines }: FencedBlock, other: readonly string[]): boolean {
  const text = (all: readonly string[]) =>
    all
      .map((line) => line.trim())
      .join('\n')
      .trim();
  return text(lines) === text(other);
}
