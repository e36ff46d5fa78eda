import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FileEdit, spliced } from '../../../../src/core/editing/review/anchor';
import type { ContentChange } from '../../../../src/core/editing/review/spans';
import { SourceText, splitLines } from '../../../../src/core/editing/text/sourceText';
import { isTelling } from '../../../../src/core/editing/text/textStyle';

/** What a person may do to a file: type, delete, cut, copy and move lines, replace much by much. */
export type Deed =
  | { readonly type: 'change'; readonly at: number; readonly remove: number; readonly text: string }
  | {
      readonly type: 'deleteLines' | 'copyLines' | 'moveLines';
      readonly at: number;
      readonly count: number;
      readonly to: number;
    }
  | { readonly type: 'retype'; readonly at: number; readonly count: number };

export const deeds: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    type: fc.constant('change' as const),
    at: fc.nat(),
    remove: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
    text: fc.oneof(
      fc.constantFrom('', '\n', 'a', 'ma', 'x = 1\n', 'return x;\n', '}\n', '  '),
      fc.string({ unit: fc.constantFrom('a', '\n', ' ', '\u{1F600}', '\ude00', '}') }),
    ),
  }),
  fc.record({
    type: fc.constantFrom('deleteLines' as const, 'copyLines' as const, 'moveLines' as const),
    at: fc.nat(),
    count: fc.integer({ min: 1, max: 4 }),
    to: fc.nat(),
  }),
  fc.record({ type: fc.constant('retype' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 6 }) }),
);

/**
 * A file that remembers of each character where it stood in the base, so that a test knows the truth. What was typed
 * stood nowhere: -1.
 */
export class EditedFile {
  origins: number[];

  constructor(public text: string) {
    this.origins = Array.from({ length: text.length }, (_, at) => at);
  }

  /** Changes the file, and says so as an editor does. What is pasted where all is seen counts as typed. */
  do(deed: Deed, isSeen = true): readonly ContentChange[] {
    const { text, origins } = this;
    const changes = this.made(deed, isSeen);
    // Of twins that changed places nobody can know, unless he saw it.
    if (!isSeen && this.text === text) this.origins = origins;
    return changes;
  }

  private made(deed: Deed, isSeen: boolean): readonly ContentChange[] {
    const lines = this.text.split(/(?<=\n)/);
    const line = deed.at % lines.length;
    const offset = lines.slice(0, line).join('').length;
    switch (deed.type) {
      case 'change': {
        const at = deed.at % (this.text.length + 1);
        return [this.change(at, Math.min(deed.remove, this.text.length - at), deed.text, [])];
      }
      case 'retype': {
        const old = lines.slice(line, line + deed.count).join('');
        // As a formatter that hands back the same text: what it holds is still what it was.
        return [this.change(offset, old.length, old, this.origins.slice(offset, offset + old.length))];
      }
      case 'copyLines': {
        const copy = lines.slice(line, line + deed.count).join('');
        const to = lines.slice(0, deed.to % (lines.length + 1)).join('').length;
        return [this.change(to, 0, copy, [])];
      }
      case 'deleteLines':
      case 'moveLines': {
        const length = lines.slice(line, line + deed.count).join('').length;
        const [text, origins] = [
          this.text.slice(offset, offset + length),
          isSeen ? [] : this.origins.slice(offset, offset + length),
        ] as const;
        const cut = this.change(offset, length, '', []);
        if (deed.type === 'deleteLines') return [cut];
        const rest = this.text.split(/(?<=\n)/);
        return [cut, this.change(rest.slice(0, deed.to % (rest.length + 1)).join('').length, 0, text, origins)];
      }
    }
  }

  private change(offset: number, length: number, text: string, origins: readonly number[]): ContentChange {
    const change = { offset, length, text };
    this.text = spliced(this.text, change);
    const added = Array.from({ length: text.length }, (_, at) => origins[at] ?? -1);
    this.origins = [...this.origins.slice(0, offset), ...added, ...this.origins.slice(offset + length)];
    return change;
  }
}

/** Whole lines that read as in the base and, where their characters were not typed again, are those of the base. */
export function assertRightPlace(
  { text, origins }: EditedFile,
  base: string,
  { hunk, offset, length }: FileEdit,
): void {
  const source = SourceText.of(base);
  const from = source.offsetOf(hunk.baseStart);
  assert.equal(text.slice(offset, offset + length), source.slice(hunk.baseStart, hunk.baseEnd));
  const lines = splitLines(text);
  const starts = new Set([
    ...lines.map((_, at) => lines.slice(0, at).join('').length),
    text.length,
    0,
    source.bom.length,
  ]);
  assert.ok(starts.has(offset), 'begins with a line');
  assert.ok(starts.has(offset + length) || /[\r\n]/.test(text[offset + length] ?? ''), 'ends with a line');
  // With the neighbours, between which an insertion goes.
  const [first, last] = length === 0 ? [hunk.baseStart - 1, hunk.baseStart + 1] : [hunk.baseStart, hunk.baseEnd];
  for (let line = Math.max(0, first); line < Math.min(last, source.lines.length); line += 1) {
    if (!isTelling(source.lines[line] ?? '')) continue;
    for (let at = source.offsetOf(line); at < source.offsetOf(line + 1); at += 1) {
      const origin = origins[offset + at - from];
      assert.ok(origin === at || origin === -1, `the character of ${at} comes from ${origin}`);
    }
  }
}
