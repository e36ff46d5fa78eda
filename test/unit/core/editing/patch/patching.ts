import { applyPatch, type Patched } from '../../../../../src/core/editing/patch/applyPatch';
import type { PatchHunk, PatchLine } from '../../../../../src/core/editing/patch/readPatch';

const kinds = { ' ': 'keep', '-': 'remove', '+': 'add' } as const;

/** Lines with their marks, such as ` a`, `-a` and `+a`. A `\` at the end of one: the file ends there, without line break. */
export function patchLines(...marked: readonly string[]): readonly PatchLine[] {
  return marked.map((line) => {
    const mark = line.charAt(0);
    const kind = mark === '-' || mark === '+' ? kinds[mark] : kinds[' '];
    return line.endsWith('\\') ? { kind, text: line.slice(1, -1), isUnbroken: true } : { kind, text: line.slice(1) };
  });
}

export function hunk(
  marked: readonly string[],
  { oldStart, section = '' }: { readonly oldStart?: number; readonly section?: string } = {},
): PatchHunk {
  return { oldStart, section, lines: patchLines(...marked) };
}

/** What the hunks make of a file, as the file would be; or which hunk does not fit, and why. */
export function patchedLines(contents: readonly string[], ...hunks: readonly PatchHunk[]): readonly string[] | string {
  const result = applyPatch(contents, hunks, 'typescript');
  if (result.kind !== 'patched') return `${result.kind} ${result.hunk}`;
  return fileAfter(contents, result);
}

function fileAfter(contents: readonly string[], result: Extract<Patched, { kind: 'patched' }>): readonly string[] {
  const file = [...contents];
  for (const { start, end, contents: lines } of result.replacements.toSorted((a, b) => b.start - a.start)) {
    file.splice(start, end - start, ...lines);
  }
  return file;
}
