import assert from 'node:assert/strict';
import type { ChatRecord } from '../../../../../src/core/conversation/records';
import { joinBytes } from '../../../../../src/core/storage/files/bytes';
import { readChat } from '../../../../../src/core/storage/log/readChat';
import { encodeRecord } from '../../../../../src/core/storage/log/recordLine';

const noBlobs = () => Promise.resolve(undefined);
const turn = (id: string, parentId?: string): ChatRecord => ({
  kind: 'turn',
  turnId: id,
  turn: { id, parentId, createdAt: 5, prompt: `Question ${id}`, attachments: [], model: 'gemini-3.8-flash' },
});
const end = (turnId: string, text: string): ChatRecord => ({
  kind: 'end',
  turnId,
  end: {
    status: 'done',
    interactionId: `v1_${turnId}`,
    steps: [{ type: 'model_output', content: [{ type: 'text', text }] }],
    usage: undefined,
    failure: undefined,
    endedAs: undefined,
  },
});
const encode = (...records: readonly ChatRecord[]) =>
  joinBytes(records.map((record, index) => encodeRecord({ writer: 'w', number: index + 1, at: index }, record)));

describe('a chat that is read from its file', () => {
  it('has its title, its turns as a tree, the branch shown and what is forgotten', async () => {
    const bytes = encode(
      { kind: 'chat', createdAt: 7, workspace: { name: 'kiosk', uri: 'file:///kiosk' } },
      turn('a'),
      end('a', 'First'),
      turn('b', 'a'),
      turn('c', 'a'),
      end('c', 'Third'),
      { kind: 'leaf', turnId: 'b' },
      { kind: 'title', title: 'Kiosk', by: 'user' },
      { kind: 'private', isPrivate: true },
      { kind: 'forgotten', interactionIds: ['v1_a'] },
    );

    const { chat, faults, validBytes, tornTail, updatedAt } = await readChat('x', bytes, noBlobs);

    assert.deepEqual(
      chat.turns.map(({ id, parentId, prompt, status }) => [id, parentId, prompt, status]),
      [
        ['a', undefined, 'Question a', 'done'],
        ['b', 'a', 'Question b', 'interrupted'],
        ['c', 'a', 'Question c', 'done'],
      ],
    );
    assert.deepEqual(chat.turns[0]?.parts, [{ kind: 'text', text: 'First' }]);
    assert.equal(chat.leafId, 'b');
    assert.deepEqual([chat.title, chat.titledBy, chat.isPrivate, chat.createdAt], ['Kiosk', 'user', true, 7]);
    assert.deepEqual(chat.workspace, { name: 'kiosk', uri: 'file:///kiosk' });
    assert.deepEqual([...chat.forgotten], ['v1_a']);
    assert.equal(chat.condition, 'whole');
    assert.deepEqual([faults, validBytes, tornTail, updatedAt], [[], bytes.length, false, 9]);
  });

  it('holds what had arrived of an answer that has no end, with the ids to go on from', async () => {
    const bytes = encode(
      turn('a'),
      { kind: 'accepted', turnId: 'a', interactionId: 'v1_1', background: true },
      { kind: 'delta', turnId: 'a', events: [{ i: 0, start: { type: 'model_output' }, e: 'e1' }] },
      { kind: 'delta', turnId: 'a', events: [{ i: 0, delta: { type: 'text', text: 'Half' }, e: 'e2' }] },
    );

    const { chat } = await readChat('x', bytes, noBlobs);

    assert.deepEqual(chat.turns[0]?.parts, [{ kind: 'text', text: 'Half' }]);
    assert.equal(chat.turns[0]?.status, 'interrupted');
    assert.deepEqual(chat.unfinished, [
      {
        turnId: 'a',
        interactionId: 'v1_1',
        background: true,
        events: [
          { id: 'v1_1' },
          { i: 0, start: { type: 'model_output' }, e: 'e1' },
          { i: 0, delta: { type: 'text', text: 'Half' }, e: 'e2' },
        ],
      },
    ]);
  });
});
