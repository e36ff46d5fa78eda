/**
 * "Apply…" of a block of code from a chat. `applyBlock` answers with the whole file as it would be, as hunks against what
 * it is; or with what to ask, where the place is not known; or with why not. It writes nothing, and it never puts a part
 * of a file in place of all of it. The host asks, and hands the choice to `applyChoice`.
 */
import { isPatch } from '../patch/readPatch';
import { isMarkdown, isPatchName } from '../text/languages';
import type { ApplyChoice, ApplyResult, ApplyTarget, BlockToApply } from './applyTypes';
import { BlockWork } from './blockWork';
import { namesFile, pathInFirstLine } from './namedFile';
import { patchResult } from './patchResult';

/** What becomes of the file, what to ask, or why nothing can be done. */
export function applyBlock(block: BlockToApply, target: ApplyTarget): ApplyResult {
  if (block.text.trim() === '') return { kind: 'refused', reason: 'emptyBlock' };
  if (isForPatch(block, target)) return patchResult(block.text, target);
  const given = linesOf(block.text);
  const inFirstLine = target.text.includes((given[0] ?? '').trim()) ? undefined : pathInFirstLine(given);
  const named = block.fileName === '' ? inFirstLine : block.fileName;
  if (named !== undefined && !namesFile(named, target.path))
    return { kind: 'refused', reason: 'otherFile', paths: [named] };
  const lines = inFirstLine === undefined ? given : trimmed(given.slice(1));

  const work = new BlockWork(lines, target);
  const { selection } = target;
  return selection && selection.end > selection.start ? work.forSelection(selection) : work.withoutSelection();
}

/** The same, where the user has chosen. */
export function applyChoice(block: BlockToApply, target: ApplyTarget, choice: ApplyChoice): ApplyResult {
  const given = linesOf(block.text);
  const isPath = pathInFirstLine(given) !== undefined && !target.text.includes((given[0] ?? '').trim());
  return new BlockWork(isPath ? trimmed(given.slice(1)) : given, target).chosen(choice);
}

/** A patch says so itself, or its fence does. Of a document that holds patches, it may be text like any other. */
function isForPatch({ text, language }: BlockToApply, { languageId }: ApplyTarget): boolean {
  if (isPatchName(languageId) || isMarkdown(language)) return false;
  return isPatchName(language) || isPatch(text);
}

/** The lines of a block, without blank ones at its ends. */
function linesOf(text: string): readonly string[] {
  return trimmed(text.toWellFormed().split(/\r\n|\n|\r/));
}

function trimmed(lines: readonly string[]): readonly string[] {
  const isWritten = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isWritten)), lines.findLastIndex(isWritten) + 1);
}
