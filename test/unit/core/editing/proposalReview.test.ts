import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyHunks, type Hunk, hunksBetween } from '../../../../src/core/editing/review/hunks';
import { SourceText } from '../../../../src/core/editing/text/sourceText';
import { opened } from './openFile';
import { changedText, runs, texts } from './randomTexts';

const base = 'a\nb\nc\nd\ne\n';
const proposal = 'a\nB\nc\nD\nD2\ne\n';

describe('ProposalReview', () => {
  it('accepts all with one event, and one step takes all back', () => {
    const { review, file } = opened(base, proposal);

    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, proposal);
    assert.deepEqual(review.hunks, []);

    assert.ok(file.undo());
    assert.equal(file.text, base);
    assert.equal(review.base.text, base);
    assert.equal(review.hunks.length, 2);
    assert.equal(file.accept(review.hunks.slice(1)), 'accepted');
    assert.equal(file.text, 'a\nb\nc\nD\nD2\ne\n');
  });

  it('goes on after each accept, and keeps what the user types', () => {
    const { review, file } = opened(base, proposal);
    const [first, second] = review.hunks;

    assert.equal(file.accept(second ? [second] : []), 'accepted');
    file.change([{ offset: 0, length: 0, text: 'typed\n' }]);
    assert.equal(review.base.text, 'a\nb\nc\nD\nD2\ne\n');
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, `typed\n${proposal}`);
    assert.ok(first);
  });

  it('has the same hunks again when an accept is undone, where comparing once more would find other ones', () => {
    const lines = 'max\nmax\nreturn\n  return\na\n';
    const { review, file } = opened(`first\n${lines}`, 'first\n\nmax\n  return\nmax\nreturn\na\n');
    file.accept(review.hunks.slice(0, 1));
    const left = review.hunks;
    assert.notDeepEqual(hunksBetween(review.base, review.proposal), left);

    file.accept(left.slice(0, 1));
    assert.ok(file.undo());
    assert.deepEqual(review.hunks, left);
  });

  it('leaves the file alone when it rejects', () => {
    const { review, file } = opened(base, proposal);

    review.reject(review.hunks);

    assert.equal(file.text, base);
    assert.equal(review.proposal.text, base);
    assert.deepEqual(review.hunks, []);
  });

  it('refuses a hunk whose lines were changed, and accepts the other one', () => {
    const { review, file } = opened(base, proposal);
    file.change([{ offset: 2, length: 1, text: 'mine' }]);

    assert.equal(file.accept(review.hunks), 'linesChanged');
    assert.equal(file.accept(review.hunks.slice(1)), 'accepted');
    assert.equal(file.text, 'a\nmine\nc\nD\nD2\ne\n');
  });

  it('knows the typing that comes while the edit is written', () => {
    const { review, file } = opened(base, proposal);

    file.accept(review.hunks.slice(0, 1), () => file.change([{ offset: 0, length: 0, text: 'typed\n' }]));
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, `typed\n${proposal}`);
  });

  it('takes the proposal as the user changes it by hand', () => {
    const { review, file } = opened(base, proposal);

    review.propose('a\nb\nc\nmine\ne\n');
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, 'a\nb\nc\nmine\ne\n');
  });

  it('is what it was, byte by byte, when all accepts are undone', () => {
    const cases = texts.chain((text) => fc.tuple(fc.constant(text), changedText(text)));
    const deeds = fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 12 });
    fc.assert(
      fc.property(cases, deeds, ([baseText, proposalText], decisions) => {
        const { review, file } = opened(baseText, proposalText);
        let accepts = 0;
        for (const [number, isAccepted] of decisions) {
          if (review.hunks.length === 0) break;
          const hunk = review.hunks.slice(number % review.hunks.length).slice(0, 1);
          if (!isAccepted) review.reject(hunk);
          else accepts += file.accept(hunk) === 'accepted' ? 1 : 0;
        }
        for (; accepts > 0; accepts -= 1) file.undo();
        assert.equal(file.text, baseText);
        assert.equal(review.base.text, baseText);
      }),
      runs(300),
    );
  });

  it('ends in the expected text, whatever is accepted, rejected and taken back', () => {
    const cases = texts.chain((text) => fc.tuple(fc.constant(text), changedText(text)));
    const deeds = fc.array(fc.tuple(fc.nat(), fc.constantFrom('accept', 'reject', 'acceptAndUndo')));
    fc.assert(
      fc.property(cases, deeds, ([baseText, proposalText], decisions) => {
        const { review, file } = opened(baseText, proposalText);
        const all = hunksBetween(SourceText.of(baseText), SourceText.of(proposalText));
        const open = [...all];
        const accepted: Hunk[] = [];
        for (const [number, decision] of decisions) {
          if (open.length === 0) break;
          const at = number % open.length;
          const before = review.hunks;
          const hunk = before.slice(at, at + 1);
          if (decision === 'reject') review.reject(hunk);
          else assert.equal(file.accept(hunk), 'accepted');
          if (decision === 'acceptAndUndo') {
            assert.ok(file.undo());
            assert.deepEqual(review.hunks, before);
          } else {
            const [decided] = open.splice(at, 1);
            if (decided && decision === 'accept') accepted.push(decided);
          }
          assert.equal(file.text, applyHunks(SourceText.of(baseText), SourceText.of(proposalText), accepted).text);
          assert.equal(review.base.text, file.text);
        }
      }),
      runs(500),
    );
  });
});
