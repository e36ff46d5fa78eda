import assert from 'node:assert/strict';
import { changesBetween } from '../../../../src/core/conversation/partChanges';
import type { SavedChat } from '../../../../src/core/conversation/savedChat';
import { newTurn, type Turn } from '../../../../src/core/conversation/turn';
import { growthBetween, withRunning } from '../../../../src/core/conversation/unfinished';
import type { AnswerPart } from '../../../../src/parts/answerPart';
import type { Citation } from '../../../../src/parts/citation';

const text = (words: string, citations?: readonly Citation[]): AnswerPart => ({
  kind: 'text',
  text: words,
  ...(citations && { citations }),
});
const picture: AnswerPart = { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AA' };
const cited: Citation = { type: 'url', url: 'https://e.example', title: 'E', start: 0, end: 1 };
const turn = (id: string, parts: readonly AnswerPart[], more: Partial<Turn> = {}): Turn => ({
  ...newTurn({ prompt: 'x', attachments: [] }, { id, parentId: undefined, createdAt: 0, model: 'm' }),
  status: 'streaming',
  parts,
  ...more,
});

describe('an answer that another window writes', () => {
  it('is told by what it gained', () => {
    assert.deepEqual(changesBetween([], [text('a')]), [{ type: 'partAdded', part: text('a') }]);
    assert.deepEqual(changesBetween([text('a')], [text('ab')]), [{ type: 'partGrew', part: 0, text: 'b' }]);
    assert.deepEqual(changesBetween([text('a')], [text('a')]), []);
    assert.deepEqual(changesBetween([text('a')], [text('ab', [cited])]), [
      { type: 'partGrew', part: 0, text: 'b' },
      { type: 'partGained', part: 0, gain: { kind: 'text', citations: [cited] } },
    ]);
  });

  it('is told by whole parts where more is different', () => {
    const media: AnswerPart = { kind: 'thought', text: 'a' };
    assert.deepEqual(changesBetween([text('a')], [text('b')]), [{ type: 'partReplaced', part: 0, value: text('b') }]);
    assert.deepEqual(changesBetween([text('a')], [media]), [{ type: 'partReplaced', part: 0, value: media }]);
    assert.deepEqual(changesBetween([text('a')], [picture]), [{ type: 'partReplaced', part: 0, value: picture }]);
    assert.deepEqual(changesBetween([picture, text('a')], [picture, text('ab')]), [
      { type: 'partGrew', part: 1, text: 'b' },
    ]);
    assert.equal(changesBetween([text('a'), text('b')], [text('a')]), undefined);
  });

  it('is a growth only while it runs, at the end of the same path', () => {
    const done = turn('a', [], { status: 'done' });
    assert.deepEqual(growthBetween([done, turn('b', [text('x')])], [done, turn('b', [text('xy')])])?.changes, [
      { type: 'partGrew', part: 0, text: 'y' },
    ]);
    assert.equal(growthBetween([done, turn('b', [])], [done, turn('b', [], { status: 'done' })]), undefined);
    assert.equal(growthBetween([done], [done, turn('b', [])]), undefined);
    assert.equal(growthBetween([done, turn('b', [])], [done, turn('c', [])]), undefined);
    assert.equal(growthBetween([turn('a', [], { status: 'failed' }), turn('b', [])], [done, turn('b', [])]), undefined);
    const cut = turn('a', [], { status: 'done', endedAs: 'incomplete' });
    assert.equal(growthBetween([cut, turn('b', [])], [done, turn('b', [])]), undefined);
    assert.equal(growthBetween([done, turn('b', [])], [turn('b', [])]), undefined);
    assert.equal(growthBetween([], []), undefined);
    assert.equal(growthBetween([], [turn('b', [])]), undefined);
    assert.equal(growthBetween([turn('b', [])], []), undefined);
  });

  it('is the one at the end, however long the path is', () => {
    const before = ['a', 'b', 'c'].map((id) => turn(id, [text(id)], { status: 'done' }));
    for (const path of [[], before.slice(0, 1), before]) {
      const growth = growthBetween([...path, turn('z', [text('x')])], [...path, turn('z', [text('xy')])]);
      assert.deepEqual(growth?.changes, [{ type: 'partGrew', part: 0, text: 'y' }], `after ${path.length}`);
      assert.equal(growth.turn.id, 'z');
    }
  });

  it('is no growth where the next question was asked meanwhile', () => {
    const asked = [turn('a', [text('xy')], { status: 'done' }), turn('b', [text('xyz')])];
    assert.equal(growthBetween([turn('a', [text('x')])], asked), undefined);
  });

  it('is a growth also where it begins to stream', () => {
    const [waits, streams] = [turn('b', [], { status: 'waiting' }), turn('b', [text('x')])];
    const growth = growthBetween(
      [turn('a', [], { status: 'done' }), waits],
      [turn('a', [], { status: 'done' }), streams],
    );
    assert.deepEqual(growth, { turn: streams, changes: [{ type: 'partAdded', part: text('x') }] });
  });

  it('is told by its thoughts, too, and by citations alone', () => {
    const thought = (words: string): AnswerPart => ({ kind: 'thought', text: words });
    assert.deepEqual(changesBetween([thought('a')], [thought('ab')]), [{ type: 'partGrew', part: 0, text: 'b' }]);
    assert.deepEqual(changesBetween([text('x'), text('a', [cited])], [text('x'), text('a', [cited, cited])]), [
      { type: 'partGained', part: 1, gain: { kind: 'text', citations: [cited] } },
    ]);
    const other = { ...cited, url: 'https://other.example' };
    for (const [old, value] of [
      [text('a', [cited]), text('ab', [other, cited])],
      [text('a', [cited]), text('ab')],
      [thought('a'), text('ab')],
      [
        { kind: 'unknown', text: 'a' },
        { kind: 'unknown', text: 'ab' },
      ],
      [text('a', [cited]), thought('ab')],
      [text('a'), thought('ab')],
    ] as const) {
      assert.deepEqual(changesBetween([old], [value]), [{ type: 'partReplaced', part: 0, value }]);
    }
  });
});

describe('the turns of a chat that was kept', () => {
  it('run where they have no end yet: they wait, or stream once something has arrived', () => {
    const chat: SavedChat = {
      ...{ id: 'c', title: undefined, titledBy: undefined, createdAt: 0, workspace: undefined, isPrivate: false },
      ...{ model: undefined, choices: undefined, instruction: '', schema: undefined, leafId: undefined },
      turns: (['done', 'interrupted', 'interrupted', 'interrupted'] as const).map((status, at) =>
        turn(String(at), at === 2 ? [text('x')] : [], { status }),
      ),
      unfinished: ['1', '2'].map((turnId) => ({ turnId, interactionId: undefined, background: false, events: [] })),
      ...{ interactionIds: [], forgotten: new Set(), condition: 'whole' },
    };

    assert.deepEqual(
      withRunning(chat).map(({ status }) => status),
      ['done', 'waiting', 'streaming', 'interrupted'],
    );
  });
});
