import assert from 'node:assert/strict';
import { Revisions } from '../../../../media/shell/revisions';
import type { ToPanel } from '../../../../src/protocol/messages';

describe('Revisions', () => {
  const snapshot = (revision: number): ToPanel => ({
    type: 'snapshot',
    revision,
    chatId: 'c',
    turns: [],
    state: {
      account: { key: 'present' },
      chat: { model: 'm', title: '', isPrivate: false, readOnly: false },
      window: {},
    },
  });
  const grew = (revision: number): ToPanel => ({ type: 'partGrew', revision, turnId: 't', part: 0, text: 'x' });

  it('applies facts in an unbroken row from a snapshot on', () => {
    const revisions = new Revisions();

    const verdicts = [grew(1), snapshot(5), grew(6), grew(7)].map((fact) => revisions.judge(fact));

    assert.deepEqual(verdicts, ['ignore', 'apply', 'apply', 'apply']);
  });

  for (const [what, revision] of [
    ['missing', 7],
    ['repeated', 5],
    ['from another count', 1],
  ] as const) {
    it(`asks once when a fact is ${what}, and waits for the snapshot`, () => {
      const revisions = new Revisions();

      const verdicts = [snapshot(5), grew(revision), grew(revision + 1), snapshot(9), grew(10)].map((fact) =>
        revisions.judge(fact),
      );

      assert.deepEqual(verdicts, ['apply', 'resync', 'ignore', 'apply', 'apply']);
    });
  }

  it('lets the focus be asked for at any time', () => {
    assert.equal(new Revisions().judge({ type: 'composerFocused' }), 'apply');
  });
});
