import assert from 'node:assert/strict';
import { spliced } from '../../../../../src/core/editing/review/anchor';
import { ProposalReview } from '../../../../../src/core/editing/review/proposalReview';
import { opened } from '../openFile';

/** Lines that are the same, so that only a change that was seen tells them apart. */
const twins = { base: 'x = 1\nx = 1\nq\nx = 1\n', proposal: 'x = 1\nx = 2\nq\nx = 3\n' };

describe('a review of a proposal', () => {
  it('has nothing to decide on before something is proposed', () => {
    assert.deepEqual(new ProposalReview('a\n').hunks, []);
  });
});

describe('a proposal whose edits are being written', () => {
  it('follows what is typed meanwhile, where VS Code refuses the edits', () => {
    const review = new ProposalReview(twins.base);
    review.propose(twins.proposal);
    review.prepare(review.hunks, twins.base);
    const typed = { offset: 14, length: 0, text: 'x = 1\n' };
    assert.equal(review.fileChanged([typed]), false);
    const file = spliced(twins.base, typed);
    review.notWritten(file);

    assert.equal(review.base.text, twins.base);
    const { edits, refused } = review.prepare(review.hunks, file);
    assert.deepEqual(refused, []);
    assert.deepEqual(
      edits.map(({ offset, length, text }) => ({ offset, length, text })),
      [
        { offset: 6, length: 6, text: 'x = 2\n' },
        { offset: 20, length: 6, text: 'x = 3\n' },
      ],
    );
  });

  it('follows what is typed after them, before it is told that they are written', () => {
    const { review, file } = opened(twins.base, twins.proposal);
    file.accept(review.hunks.slice(0, 1), () => file.change([{ offset: 14, length: 0, text: 'x = 1\n' }]));
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, 'x = 1\nx = 2\nq\nx = 1\nx = 3\n');
  });

  it('knows lines apart that are the same, when edits are written that make the file longer', () => {
    const { review, file } = opened('a\nx\nx\nx\nb\n', 'a\nN\nM\nx\ny\nx\nb\n');
    file.change([{ offset: 4, length: 0, text: 'x\n' }]);
    file.accept(review.hunks.slice(0, 1));
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, 'a\nN\nM\nx\nx\ny\nx\nb\n');
  });

  it('knows lines apart that are the same, where something is typed before the edits are written', () => {
    const { review, file } = opened('a\nx\nx\nx\nb\n', 'a\nN\nM\nx\ny\nx\nb\n');
    file.change([{ offset: 4, length: 0, text: 'x\n' }]);
    review.prepare(review.hunks.slice(0, 1), file.text);
    file.change([{ offset: 0, length: 0, text: 'mine\n' }]);
    file.change([{ offset: 7, length: 0, text: 'N\nM\n' }]);
    review.written(file.text);
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, 'mine\na\nN\nM\nx\nx\ny\nx\nb\n');
  });

  it('changes nothing where nothing was prepared', () => {
    const { review } = opened('a\n', 'b\n');
    review.written('b\n');
    assert.equal(review.base.text, 'a\n');
    assert.equal(review.hunks.length, 1);
  });

  it('takes a change that nobody saw for what it is', () => {
    const review = new ProposalReview('a\nb\nc\n');
    review.propose('a\nB\nc\n');
    review.notWritten('new\na\nb\nc\n');
    assert.deepEqual(
      review.prepare(review.hunks, 'new\na\nb\nc\n').edits.map(({ offset }) => offset),
      [6],
    );
  });
});

describe('an accept that is taken back', () => {
  const [base, proposal] = ['a\nb\nc\nd\n', 'a\nB\nc\nD\n'];

  it('is there again when it is repeated', () => {
    const { review, file } = opened(base, proposal);
    file.accept(review.hunks.slice(0, 1));
    const accepted = file.text;
    const left = review.hunks;
    assert.ok(file.undo());
    assert.equal(review.hunks.length, 2);

    assert.ok(file.change([{ offset: 0, length: base.length, text: accepted }]));
    assert.equal(review.base.text, accepted);
    assert.deepEqual(review.hunks, left);
  });

  it('is none of typing that leaves the file as it was', () => {
    const { review, file } = opened(base, proposal);
    file.accept(review.hunks.slice(0, 1));
    assert.equal(file.change([{ offset: 0, length: 1, text: 'A' }]), false);
    assert.equal(file.change([{ offset: 0, length: 1, text: 'a' }]), false);
    assert.equal(review.base.text, 'a\nB\nc\nd\n');
  });

  it('compares once more where the proposal was changed since then', () => {
    const { review, file } = opened(base, proposal);
    file.accept(review.hunks.slice(0, 1));
    review.propose('a\nB\nc\nD2\n');
    assert.ok(file.undo());
    assert.deepEqual(
      review.hunks.map(({ baseStart, baseEnd }) => [baseStart, baseEnd]),
      [
        [1, 2],
        [3, 4],
      ],
    );
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, 'a\nB\nc\nD2\n');
  });

  it('compares once more where the proposal became a longer one since then', () => {
    const { review, file } = opened(base, proposal);
    file.accept(review.hunks.slice(0, 1));
    review.propose('new\na\nB\nc\nD2\n');
    assert.ok(file.undo());
    assert.equal(review.hunks.length, 3);
    assert.equal(file.accept(review.hunks), 'accepted');
    assert.equal(file.text, 'new\na\nB\nc\nD2\n');
  });

  it('is forgotten when the texts since then have more than 20 million characters', () => {
    const undone = (length: number) => {
      const long = 'x'.repeat((length - 8) >> 1);
      const text = (...[a, b, c]: readonly string[]) => `${a}\n${long}\n${b}\n${long}\n${c}\n`.padEnd(length, 'x');
      const { review, file } = opened(text('a', 'b', 'c'), text('A', 'B', 'C'));
      for (let accept = 0; accept < 3; accept += 1) file.accept(review.hunks.slice(0, 1));
      return [file.undo(), file.undo(), file.undo()];
    };
    // Two texts for each accept; five of them follow the first one.
    assert.deepEqual(undone(4_000_000), [true, true, true]);
    assert.deepEqual(undone(4_000_001), [true, true, false]);
  });
});
