import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hiddenAdded } from '../../../../src/core/editing/review/hiddenText';
import {
  applyHunks,
  type Hunk,
  hunkAt,
  hunksBetween,
  remainingHunks,
  withoutHunks,
} from '../../../../src/core/editing/review/hunks';
import { diffLines } from '../../../../src/core/editing/text/lineDiff';
import { SourceText } from '../../../../src/core/editing/text/sourceText';
import { changedText, runs, texts } from './randomTexts';

const pairs = texts.chain((base) => fc.tuple(fc.constant(base), fc.oneof(changedText(base), texts)));
/** The proposal as it is to be reached: a byte order mark is the base's. */
const withMarkOf = (base: string, proposal: string) =>
  (base.startsWith('\uFEFF') ? '\uFEFF' : '') + proposal.replace(/^\uFEFF/, '');

describe('hunks', () => {
  it('give the proposal when all are accepted, and the base when all are rejected', () => {
    fc.assert(
      fc.property(pairs, ([baseText, proposalText]) => {
        const [base, proposal] = [SourceText.of(baseText), SourceText.of(proposalText)];
        const hunks = hunksBetween(base, proposal);

        assert.equal(applyHunks(base, proposal, hunks).text, withMarkOf(baseText, proposalText));
        assert.equal(applyHunks(base, proposal, []).text, baseText);
        assert.equal(withoutHunks(base, proposal, hunks).text, withMarkOf(proposalText, baseText));
        assert.equal(withoutHunks(base, proposal, []).text, proposalText);
      }),
      runs(500),
    );
  });

  it('end in the expected text in whatever order each is accepted or rejected', () => {
    fc.assert(
      fc.property(pairs, fc.array(fc.tuple(fc.nat(), fc.boolean())), ([baseText, proposalText], decisions) => {
        let [base, proposal] = [SourceText.of(baseText), SourceText.of(proposalText)];
        let hunks = hunksBetween(base, proposal);
        const open = [...hunks];
        const accepted = new Set<Hunk>();
        const expected = () => applyHunks(SourceText.of(baseText), SourceText.of(proposalText), [...accepted]).text;
        for (const [number, accept] of decisions.slice(0, hunks.length)) {
          const at = number % hunks.length;
          const decided = hunks.slice(at, at + 1);
          for (const hunk of open.splice(at, 1)) if (accept) accepted.add(hunk);
          if (accept) base = applyHunks(base, proposal, decided);
          else proposal = withoutHunks(base, proposal, decided);
          hunks = remainingHunks(hunks, decided, accept ? 'accepted' : 'rejected');
          assert.equal(base.text, expected());
        }
        assert.equal(applyHunks(base, proposal, hunks).lines.join(''), proposal.lines.join(''));
      }),
      runs(500),
    );
  });

  it('mark what changes white space alone', () => {
    const base = SourceText.of('a\n  b\nc\nd\n');
    const hunks = hunksBetween(base, SourceText.of('a\n\tb\nc\nD\n'));

    assert.deepEqual(
      hunks.map(({ whitespaceOnly }) => whitespaceOnly),
      [true, false],
    );
  });

  it('see a line break that is gone, and one of another kind', () => {
    assert.equal(hunksBetween(SourceText.of('a\nb\n'), SourceText.of('a\nb'))[0]?.whitespaceOnly, true);
    assert.equal(hunksBetween(SourceText.of('a\nb\n'), SourceText.of('a\r\nb\n'))[0]?.whitespaceOnly, true);
  });

  it('tell what they bring that nobody sees', () => {
    const [base, proposal] = [SourceText.of('a\nb\u200B\n'), SourceText.of('a\u202E\u2066\nB\u200B\n')];

    assert.equal(hiddenAdded(base, proposal, hunksBetween(base, proposal)), 2);
    assert.equal(hiddenAdded(base, proposal, []), 0);
  });

  it('are found by a line of either side', () => {
    const at = hunksBetween(SourceText.of('a\nb\nc\nd\n'), SourceText.of('a\nB\nB2\nc\n'));
    const [first, second] = at;

    assert.deepEqual(hunkAt(at, 'proposal', 2), first);
    assert.deepEqual(hunkAt(at, 'base', 1), first);
    assert.deepEqual(hunkAt(at, 'base', 3), second);
    assert.deepEqual(hunkAt(at, 'proposal', 3), second, 'the line before lines that go');
    assert.equal(hunkAt(at, 'base', 0), undefined);
  });
});

describe('diffLines', () => {
  const numbered = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}\n`);

  it('finds 200 changes in 10,000 lines, and nothing else', () => {
    const lines = numbered(10_000);
    const changed = lines.map((line, at) => (at % 50 === 25 ? `new ${line}` : line));

    assert.equal(diffLines(lines, changed).length, 200);
  });

  it('is bounded where no line is like another, or all are', () => {
    for (const [a, b] of [
      [numbered(100_000), numbered(100_000).map((line) => `new ${line}`)],
      [numbered(50_000), numbered(50_000).reverse()],
      [
        Array.from({ length: 50_000 }, (_, at) => `${at % 7}\n`),
        Array.from({ length: 50_000 }, (_, at) => `${at % 11}\n`),
      ],
      [[`${'x'.repeat(5_000_000)}a`], [`${'x'.repeat(5_000_000)}b`]],
    ] as const) {
      // Unbounded, these take minutes, and the time limit of the tests ends them.
      assert.notEqual(diffLines(a, b).length, 0);
    }
  });

  it('leaves a function whole when another one is put before it', () => {
    const old = ['function b() {\n', '  return 1;\n', '}\n'];
    const added = ['function a() {\n', '  return 1;\n', '}\n', '\n'];

    assert.deepEqual(diffLines(old, [...added, ...old]), [{ aStart: 0, aEnd: 0, bStart: 0, bEnd: 4 }]);
  });

  it('counts as one change what would cost too much to take apart', () => {
    const a = ['x', 'y', 'x', 'y', 'x'];
    const b = ['y', 'y', 'x', 'x', 'y'];

    assert.deepEqual(diffLines(a, b, 0), [{ aStart: 0, aEnd: 5, bStart: 0, bEnd: 5 }]);
  });
});
