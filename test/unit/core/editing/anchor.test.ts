import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Anchor, spliced } from '../../../../src/core/editing/review/anchor';
import { hunksBetween } from '../../../../src/core/editing/review/hunks';
import { SourceText } from '../../../../src/core/editing/text/sourceText';
import { assertRightPlace, deeds, EditedFile } from './editedFile';
import { changedText, runs, texts } from './randomTexts';

function placed(anchor: Anchor, base: string, proposal: string) {
  const [from, to] = [SourceText.of(base), SourceText.of(proposal)];
  return anchor.place(to, hunksBetween(from, to));
}

/** What becomes of a file that was changed unseen from `base` to `now`, when the proposal is accepted. */
function afterUnseen(base: string, proposal: string, now: string): string {
  const { edits, refused } = placed(new Anchor(SourceText.of(base)).catchUp(now), base, proposal);
  if (refused.length > 0) return refused.map(({ reason }) => reason).join(' ');
  return edits.toReversed().reduce(spliced, now);
}

/** The same when the change was seen. */
function afterSeen(base: string, proposal: string, offset: number, length: number, text: string): string {
  const anchor = new Anchor(SourceText.of(base)).follow([{ offset, length, text }]);
  const { edits, refused } = placed(anchor, base, proposal);
  if (refused.length > 0) return refused.map(({ reason }) => reason).join(' ');
  return edits.toReversed().reduce(spliced, anchor.file);
}

describe('Anchor, of changes that are seen', () => {
  const base = 'a();\nreturn total\nb();\n';
  const proposal = 'a();\nreturn sum(items)\nb();\n';

  it('goes with the lines', () => {
    assert.equal(afterSeen(base, proposal, 0, 0, '// new\n'), '// new\na();\nreturn sum(items)\nb();\n');
    assert.equal(afterSeen(base, proposal, 5, 0, '// new\n'), 'a();\n// new\nreturn sum(items)\nb();\n');
  });

  it('refuses lines that were changed', () => {
    assert.equal(afterSeen(base, proposal, 17, 0, ' + tax'), 'linesChanged');
    assert.equal(afterSeen('x = 1\ny = 2\n', 'const x = 1;\ny = 2\n', 0, 0, 'ma'), 'linesChanged');
    assert.equal(afterSeen('x = 1\ny = 2\n', 'const x = 1;\ny = 2\n', 4, 1, '10'), 'linesChanged');
  });

  it('takes lines again that were changed and changed back', () => {
    const changed = new Anchor(SourceText.of(base)).follow([{ offset: 17, length: 0, text: ' + tax' }]);
    const { edits } = placed(changed.follow([{ offset: 17, length: 6, text: '' }]), base, proposal);
    assert.equal(edits.length, 1);
    const retyped = new Anchor(SourceText.of(base)).follow([{ offset: 12, length: 5, text: '' }]);
    assert.equal(placed(retyped.follow([{ offset: 12, length: 0, text: 'total' }]), base, proposal).edits.length, 1);
  });

  it('knows twins apart', () => {
    const twins = 'x = 1\nx = 1\nx = 1\n';
    assert.equal(afterSeen(twins, 'x = 1\nx = 2\nx = 1\n', 0, 6, ''), 'x = 2\nx = 1\n');
    assert.equal(afterSeen(twins, 'x = 1\nx = 2\nx = 1\n', 6, 6, ''), 'unsure');
  });

  it('puts new lines between their neighbours alone', () => {
    const added = 'a();\nnew();\nreturn total\nb();\n';
    assert.equal(afterSeen(base, added, 0, 0, '// new\n'), '// new\na();\nnew();\nreturn total\nb();\n');
    assert.equal(afterSeen(base, added, 5, 0, 'other();\n'), 'surroundingsChanged');
    assert.equal(afterSeen(base, added, 5, 6, ''), 'surroundingsChanged');
  });

  it('puts new lines at the ends of the file alone', () => {
    assert.equal(afterSeen('a\n', 'new\na\n', 2, 0, 'b\n'), 'new\na\nb\n');
    assert.equal(afterSeen('a\n', 'new\na\n', 0, 0, 'b\n'), 'surroundingsChanged');
    assert.equal(afterSeen('a\n', 'a\nnew\n', 2, 0, 'b\n'), 'surroundingsChanged');
    assert.equal(afterSeen('', 'new\n', 0, 0, 'b\n'), 'surroundingsChanged');
  });

  it('puts new lines between neighbours whatever becomes of the lines above and below', () => {
    const base = 'a\nb\nc\nd\n';
    assert.equal(afterSeen(base, 'a\nb\nnew\nc\nd\n', 0, 1, 'A'), 'A\nb\nnew\nc\nd\n');
    assert.equal(afterSeen(base, 'a\nb\nnew\nc\nd\n', 6, 1, 'D'), 'a\nb\nnew\nc\nD\n');
    assert.equal(afterSeen(base, `${base}new\n`, 0, 0, '// mine\n'), `// mine\n${base}new\n`);
    assert.equal(afterSeen('', 'new\n', 0, 0, ''), 'new\n');
    assert.equal(afterSeen('\uFEFF', '\uFEFFnew\n', 1, 0, ''), '\uFEFFnew\n');
  });

  it('knows where lines begin and end whatever their line breaks are', () => {
    assert.equal(afterSeen('a\rb\rc\r', 'A\rb\rC\r', 2, 0, 'new\r'), 'A\rnew\rb\rC\r');
    // The carriage return that is typed makes one line break with the next character.
    assert.equal(afterSeen('a\n\nb\n', 'a\nnew\nb\n', 1, 1, '\r'), 'linesChanged');
  });

  it('never glues two lines together', () => {
    assert.equal(afterSeen('a\nb', 'a\nB', 3, 0, 'c'), 'unsure');
    assert.equal(afterSeen('a\nb', 'a\nB', 3, 0, '\r\nc'), 'a\nB\r\nc');
    assert.equal(afterSeen('a\nb', 'a\nB', 3, 0, '\nc'), 'a\nB\nc');
    assert.equal(afterSeen('a\nb', 'a\nB\n', 3, 0, '\nc'), 'surroundingsChanged');
    assert.equal(afterSeen('a\nb', 'a\n', 3, 0, '\nc'), 'surroundingsChanged');
    assert.equal(afterSeen('a\nb\n', 'a\nB', 4, 0, 'c\n'), 'surroundingsChanged');
    assert.equal(afterSeen('a\rb\r', 'A\rb\r', 2, 0, '\n'), 'unsure');
  });
});

describe('Anchor, of changes nobody saw', () => {
  it('finds lines that moved', () => {
    assert.equal(afterUnseen('a\nx = 1\nb\n', 'a\nx = 2\nb\n', 'new\nnew\na\nx = 1\nb\n'), 'new\nnew\na\nx = 2\nb\n');
  });

  it('refuses what is no longer there as a whole line', () => {
    assert.equal(afterUnseen('x = 1\ny = 2\n', 'const x = 1;\ny = 2\n', 'max = 1\ny = 2\n'), 'linesChanged');
    assert.equal(
      afterUnseen('a();\nreturn total\nb();\n', 'a();\nreturn 0\nb();\n', 'a();\nreturn total + tax\nb();\n'),
      'linesChanged',
    );
  });

  it('refuses twins of which one is gone', () => {
    const proposal = 'f {\nx = 1\ng\nx = 2\nh\n';
    assert.equal(afterUnseen('f {\nx = 1\ng\nx = 1\nh\n', proposal, 'f {\nx = 1\nh\n'), 'unsure');
    assert.equal(afterUnseen('f {\nx = 1\ng\nx = 1\nh\n', proposal, 'x = 1\nh\n'), 'unsure');
    assert.equal(
      afterUnseen('f {\nx = 1\ng\nx = 1\nh\n', proposal, 'new\nf {\nx = 1\ng\nx = 1\nh\n'),
      `new\n${proposal}`,
    );
  });

  it('refuses the same line in other surroundings', () => {
    const base = 'f() {\na\nreturn x;\n}\ng() {\nb\n}\n';
    const proposal = base.replace('return x;', 'return y;');
    assert.equal(afterUnseen(base, proposal, 'f() {\nc\n}\ng() {\nd\nreturn x;\n}\n'), 'unsure');
  });

  it('stays with lines that were moved when others like them are typed where they were', () => {
    const [base, moved] = ['a\nx = 1\ny = 2\nb\nc\n', 'a\nb\nc\nx = 1\ny = 2\n'];
    const anchor = new Anchor(SourceText.of(base))
      .catchUp(moved)
      .follow([{ offset: 2, length: 0, text: 'x = 1\ny = 2\n' }]);
    assert.deepEqual(
      placed(anchor, base, base.replace('x = 1', 'x = 5')).edits.map(({ offset }) => offset),
      [moved.indexOf('x') + 12],
    );
  });

  it('gives the edits in the order of the file where parts of it were moved', () => {
    const [base, now] = ['a1\na2\na3\nb1\nb2\nb3\n', 'b1\nb2\nb3\na1\na2\na3\n'];
    const proposal = base.replace('a2', 'A').replace('b2', 'B');
    const { edits } = placed(new Anchor(SourceText.of(base)).catchUp(now), base, proposal);
    assert.deepEqual(
      edits.map(({ offset, text }) => [offset, text]),
      [
        [3, 'B\n'],
        [12, 'A\n'],
      ],
    );
  });

  it('refuses when all line breaks became others', () => {
    assert.equal(afterUnseen('a\nb\nc\n', 'a\nB\nc\n', 'a\r\nb\r\nc\r\n'), 'lineBreaksChanged');
  });
});

describe('Anchor, of any changes', () => {
  const cases = texts.chain((base) =>
    fc.record({
      base: fc.constant(base),
      proposal: changedText(base),
      deeds: fc.array(fc.tuple(deeds, fc.boolean()), { maxLength: 4 }),
    }),
  );

  it('never writes at other lines than those of the hunk, whatever was done to the file', () => {
    let [written, refusals] = [0, 0];
    fc.assert(
      fc.property(cases, ({ base, proposal, deeds }) => {
        const file = new EditedFile(base);
        let anchor = new Anchor(SourceText.of(base));
        for (const [deed, isSeen] of deeds) {
          const changes = file.do(deed, isSeen);
          anchor = isSeen ? anchor.follow(changes) : anchor.catchUp(file.text);
        }
        const { edits, refused } = placed(anchor, base, proposal);
        for (const edit of edits) assertRightPlace(file, base, edit);
        written += edits.length;
        refusals += refused.length;
      }),
      runs(1_000),
    );
    console.log(`      ${written} hunks were written, ${refusals} refused`);
  });

  it('follows a thousand edits', () => {
    const base = Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 'x = 1\n' : `line ${at % 100}\n`)).join('');
    const proposal = base.replaceAll('x = 1\n', 'x = 2\n');
    fc.assert(
      fc.property(fc.array(deeds, { minLength: 1_000, maxLength: 1_000 }), (thousand) => {
        const file = new EditedFile(base);
        const anchor = thousand.reduce((before, deed) => before.follow(file.do(deed)), new Anchor(SourceText.of(base)));
        for (const edit of placed(anchor, base, proposal).edits) assertRightPlace(file, base, edit);
      }),
      { ...runs(3), endOnFailure: true },
    );
  });
});
