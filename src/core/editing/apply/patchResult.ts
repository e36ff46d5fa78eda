import { applyPatch } from '../patch/applyPatch';
import { type FilePatch, readPatch } from '../patch/readPatch';
import { replaced } from '../text/restyled';
import { contentOf, SourceText } from '../text/sourceText';
import { styleOf } from '../text/textStyle';
import type { ApplyResult, ApplyTarget } from './applyTypes';
import { editResult } from './editResult';
import { namesFile } from './namedFile';

/** What a patch makes of a file: of all its hunks for this file, or nothing. */
export function patchResult(text: string, target: ApplyTarget): ApplyResult {
  const files = readPatch(text.toWellFormed());
  const own = files.filter(
    (file) => namesOf(file).length === 0 || namesOf(file).some((name) => namesFile(name, target.path)),
  );
  const paths = files.filter((file) => !own.includes(file)).flatMap((file) => namesOf(file).slice(-1));
  if (own.length === 0)
    return paths.length > 0
      ? { kind: 'refused', reason: 'otherFile', paths }
      : { kind: 'refused', reason: 'emptyBlock' };
  if (own.some(({ isDeleted }) => isDeleted)) return { kind: 'refused', reason: 'deletesFile' };
  const isEmpty = target.text.trim() === '';
  if (own.some(({ isNew }) => isNew) && !isEmpty) return { kind: 'refused', reason: 'newFile' };

  const source = SourceText.of(target.text);
  const hunks = own.flatMap((file) => file.hunks);
  const patched = applyPatch(source.lines.map(contentOf), hunks, target.languageId);
  if (patched.kind !== 'patched') {
    const reason = patched.kind === 'ambiguous' ? 'patchAmbiguous' : 'patchDoesNotFit';
    return { kind: 'refused', reason, hunk: patched.hunk, of: hunks.length };
  }
  const result = replaced(source, patched.replacements);
  return editResult(source, withFinalBreak(result, patched.finalBreak, styleOf(source).lineBreak), 'patch', [], paths);
}

function namesOf({ from, to }: FilePatch): readonly string[] {
  return [from, to].filter((name) => name !== undefined);
}

function withFinalBreak(text: SourceText, wanted: boolean | undefined, lineBreak: string): SourceText {
  const last = text.lines.at(-1);
  if (wanted === undefined || last === undefined) return text;
  return text.withLines([...text.lines.slice(0, -1), contentOf(last) + (wanted ? lineBreak : '')]);
}
