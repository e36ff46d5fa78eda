import assert from 'node:assert/strict';
import type { Hunk } from '../../../../../src/core/editing/review/hunks';
import { opened } from '../openFile';

/** A text is written with blanks between its lines. */
const text = (lines: string) => lines.split(' ').map((line) => `${line}\n`);

interface Before {
  readonly base: string;
  readonly proposal: string;
  /** What the user types first, and the line before which: the last place comes first. */
  readonly typed?: readonly (readonly [number, string])[];
  /** What the file became without being watched. */
  readonly unseen?: string;
}

/** The file when the hunks were accepted one by one, in the order of their numbers. */
function accepted({ base, proposal, typed = [], unseen }: Before, order: readonly number[]): string {
  const lines = text(base);
  const { review, file } = opened(lines.join(''), text(proposal).join(''));
  for (const [line, added] of typed) {
    file.change([{ offset: lines.slice(0, line).join('').length, length: 0, text: text(added).join('') }]);
  }
  if (unseen !== undefined) file.text = text(unseen).join('');
  const all = [...review.hunks];
  const left: (Hunk | undefined)[] = [...all];
  for (const number of order) {
    const at = left.indexOf(all[number]);
    assert.equal(file.accept(review.hunks.slice(at, at + 1)), 'accepted', `hunk ${number}`);
    left.splice(at, 1);
  }
  return file.text.trimEnd().replaceAll('\n', ' ');
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

describe('hunks that are accepted one after the other', () => {
  for (const order of orders) {
    const said = order.map((number) => number + 1).join(', ');

    it(`go to their lines between twins of these that the user typed: ${said}`, () => {
      // One grows, one goes, one stays as long as it was.
      const before: Before = {
        base: 'x x a x x b x x c x x',
        proposal: 'x N1 N2 N3 a x x b x c x y',
        typed: [
          [9, 'mine x x'],
          [4, 'mine x'],
          [0, 'mine'],
        ],
      };
      assert.equal(accepted(before, order), 'mine x N1 N2 N3 a x mine x x b x c mine x x x y');
    });

    it(`go to their lines in parts that were moved: ${said}`, () => {
      const before: Before = {
        base: 'a1 a2 a3 b1 b2 b3 c1 c2 c3',
        proposal: 'A A A A A a2 a3 b1 B1 B2 B3 b3 c1 c2',
        unseen: 'b1 b2 b3 a1 a2 a3 c1 c2 c3',
      };
      assert.equal(accepted(before, order), 'b1 B1 B2 B3 b3 A A A A A a2 a3 c1 c2');
    });
  }

  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const said = order.map((number) => number + 1).join(', ');

    it(`leave what is typed behind lines that go at the top: ${said}`, () => {
      const before: Before = { base: 'a x b x c', proposal: 'x B x c', typed: [[2, 'm']] };
      assert.equal(accepted(before, order), 'x m B x c');
    });

    it(`leave what is typed behind lines that go right before it: ${said}`, () => {
      const before: Before = { base: 'a x x b c', proposal: 'a b C', typed: [[3, 'm n']] };
      assert.equal(accepted(before, order), 'a m n b C');
    });

    it(`leave what is typed before lines that become more: ${said}`, () => {
      const before: Before = { base: 'a x b x c', proposal: 'a x B x c1 c2 c3', typed: [[2, 'm']] };
      assert.equal(accepted(before, order), 'a x m B x c1 c2 c3');
    });
  }
});
