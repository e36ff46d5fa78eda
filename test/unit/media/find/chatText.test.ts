import assert from 'node:assert/strict';
import { ChatText } from '../../../../media/find/chatText';

import type { AnswerPart } from '../../../../src/parts/answerPart';
import type { TurnView } from '../../../../src/protocol/chat';

const revision = 1;

const text = (words: string): AnswerPart => ({ kind: 'text', text: words });
const image: AnswerPart = { kind: 'media', media: 'image', mimeType: 'image/png', data: 'AAAA' };

function turn(id: string, ...answer: readonly (string | AnswerPart)[]): TurnView {
  const parts = answer.map((part) => (typeof part === 'string' ? text(part) : part));
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
  it('has a piece for each question and each text that is read as one, in order', () => {
    const chat = new ChatText();
    snapshot(chat, turn('a', '*one', 'and*', image, 'two'), turn('b'));
    chat.apply({ type: 'partAdded', revision, turnId: 'b', part: text('four') });
    chat.apply({ type: 'turnAdded', revision, turn: turn('c') });
    chat.apply({ type: 'partAdded', revision, turnId: 'a', part: image });
    chat.apply({ type: 'partAdded', revision, turnId: 'a', part: text('three ') });
    chat.apply({ type: 'partAdded', revision, turnId: 'a', part: text('more') });

    assert.deepEqual(texts(chat), [
      ...['question a', 'oneand', '', 'two', '', 'three more'],
      ...['question b', 'four', 'question c'],
    ]);
    assert.deepEqual(
      chat.pieces.map(({ part }) => part),
      [undefined, 0, 2, 3, 4, 5, undefined, 0, undefined],
    );
  });

  it('grows and changes with the facts, and says which piece it was', () => {
    const chat = new ChatText();
    snapshot(chat, turn('a', 'zero ', 'one **t', image, 'x'));
    assert.deepEqual(texts(chat), ['question a', 'zero one **t', '', 'x']);

    const grown = chat.apply({ type: 'partGrew', revision, turnId: 'a', part: 1, text: 'wo**' });
    const replaced = chat.apply({ type: 'partReplaced', revision, turnId: 'a', part: 3, value: text('y') });

    assert.deepEqual([grown, replaced], [chat.pieces[1], chat.pieces[3]]);
    assert.deepEqual(texts(chat), ['question a', 'zero one two', '', 'y']);
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
    snapshot(chat, turn('a', 'one', image, 'two'));
    const [, one, , two] = chat.pieces;

    snapshot(chat, turn('z'), turn('a', 'one', image, 'two!'));

    assert.equal(chat.pieces[2], one);
    assert.notEqual(chat.pieces[4], two);
    assert.deepEqual(texts(chat), ['question z', 'question a', 'one', '', 'two!']);
  });
});
