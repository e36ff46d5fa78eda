import assert from 'node:assert/strict';
import { ChatText } from '../../../../media/find/chatText';
import type { TurnView } from '../../../../src/protocol/chat';

const revision = 1;

function turn(id: string, ...texts: readonly string[]): TurnView {
  const parts = texts.map((text) => ({ kind: 'text' as const, text }));
  return { id, prompt: `question ${id}`, attachments: [], parts, status: 'streaming' };
}

function snapshot(chat: ChatText, ...turns: readonly TurnView[]): void {
  const chatState = { model: '', title: '', isPrivate: false, readOnly: false };
  const state = { account: { key: 'present' }, chat: chatState, window: {} } as const;
  chat.apply({ type: 'snapshot', revision, chatId: 'c', turns, state });
}

function texts(chat: ChatText): readonly string[] {
  return chat.pieces.map(({ text }) => text);
}

describe('The text of the chat', () => {
  it('has a piece for each question and each part of an answer, in order', () => {
    const chat = new ChatText();
    snapshot(chat, turn('a', '*one*', 'two'), turn('b'));
    chat.apply({ type: 'partAdded', revision, turnId: 'b', part: { kind: 'text', text: 'four' } });
    chat.apply({ type: 'turnAdded', revision, turn: turn('c') });
    chat.apply({ type: 'partAdded', revision, turnId: 'a', part: { kind: 'text', text: 'three' } });

    assert.deepEqual(texts(chat), ['question a', 'one', 'two', 'three', 'question b', 'four', 'question c']);
    assert.deepEqual(
      chat.pieces.map(({ part }) => part),
      [undefined, 0, 1, 2, undefined, 0, undefined],
    );
  });

  it('grows and changes with the facts, and says which piece it was', () => {
    const chat = new ChatText();
    snapshot(chat, turn('a', 'one **t', 'x'));
    assert.deepEqual(texts(chat), ['question a', 'one **t', 'x']);

    const grown = chat.apply({ type: 'partGrew', revision, turnId: 'a', part: 0, text: 'wo**' });
    const replaced = chat.apply({
      type: 'partReplaced',
      revision,
      turnId: 'a',
      part: 1,
      value: { kind: 'text', text: 'y' },
    });

    assert.deepEqual([grown, replaced], [chat.pieces[1], chat.pieces[2]]);
    assert.deepEqual(texts(chat), ['question a', 'one two', 'y']);
  });

  it('holds nothing of what is folded away', () => {
    const chat = new ChatText();
    snapshot(chat, { ...turn('a'), parts: [{ kind: 'thought', text: 'secret' }] });

    assert.equal(chat.apply({ type: 'partGrew', revision, turnId: 'a', part: 0, text: 'more' }), undefined);
    assert.deepEqual(texts(chat), ['question a', '']);
  });

  it('takes in what comes before the rest, once, and is whole when nothing is missing', () => {
    const chat = new ChatText();
    const chatState = { model: '', title: '', isPrivate: false, readOnly: false };
    const state = { account: { key: 'present' }, chat: chatState, window: {} } as const;
    chat.apply({ type: 'snapshot', revision, chatId: 'c', turns: [turn('c', 'three')], earlier: 2, state });
    assert.equal(chat.isWhole, false);
    assert.equal(
      chat.apply({ type: 'partAdded', revision, turnId: 'a', part: { kind: 'text', text: 'x' } }),
      undefined,
    );

    const second = { type: 'earlierTurns', revision, before: 'c', turns: [turn('b', 'two')] } as const;
    assert.equal(chat.apply(second), 'all');
    assert.equal(chat.apply(second), undefined);
    assert.equal(chat.isWhole, false);
    chat.apply({ type: 'earlierTurns', revision, before: 'b', turns: [turn('a', 'one')] });

    assert.deepEqual(texts(chat), ['question a', 'one', 'question b', 'two', 'question c', 'three']);
    assert.equal(chat.isWhole, true);
  });

  it('keeps a piece that is the same in a new snapshot', () => {
    const chat = new ChatText();
    snapshot(chat, turn('a', 'one', 'two'));
    const [, one, two] = chat.pieces;

    snapshot(chat, turn('z'), turn('a', 'one', 'two!'));

    assert.equal(chat.pieces[2], one);
    assert.notEqual(chat.pieces[3], two);
    assert.deepEqual(texts(chat), ['question z', 'question a', 'one', 'two!']);
  });
});
