import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { systemClock } from '../../../src/core/base/clock';
import { RecentChats } from '../../../src/host/history/recentChats';
import { chatsUnderTest } from '../core/chat/chatUnderTest';
import { serverUnderTest } from '../gemini/serverUnderTest';

describe('what is remembered of chats beside their files', () => {
  const under = serverUnderTest();
  let state: Map<string, unknown>;
  beforeEach(() => {
    state = new Map();
  });

  function window() {
    const memento: Partial<Memento> = {
      get: <T>(name: string) => state.get(name) as T | undefined,
      update: async (name, value) => void state.set(name, JSON.parse(JSON.stringify(value))),
    };
    const recent = new RecentChats(memento as Memento, () => 7);
    const { chats } = chatsUnderTest(under.client, undefined, { clock: systemClock });
    recent.follow(chats);
    return { recent, chats };
  }

  it('is the last answer at Google, with a short title and nothing else of what was said', async () => {
    const { recent, chats } = window();
    const question = 'How do heat pumps work, and what is the refrigerant in them for?';
    await chats.current.send(question);
    await chats.current.send('And in winter?');

    assert.deepEqual(recent.all, [
      {
        chatId: chats.current.chatId,
        title: 'How do heat pumps work, and what is…',
        interactionId: chats.current.turns()[1]?.interactionId,
        at: 7,
      },
    ]);
    assert.doesNotMatch(JSON.stringify([...state]), /winter|refrigerant/);
  });

  it('keeps to the answers that can be fetched: not one that failed, nor one that was deleted at Google', async () => {
    const { recent, chats } = window();
    const { current } = chats;
    await current.send('Hello');
    const [id] = current.idsAtGoogle;
    under.server.answerNext({ drop: true });
    await current.send('Again');
    assert.equal(recent.all[0]?.interactionId, id);

    await current.forget(current.idsAtGoogle);

    assert.deepEqual(recent.all, []);
  });

  it('is nothing of a private chat, and no longer anything once it is made private', async () => {
    const { recent, chats } = window();
    chats.current.setPrivate(true);
    await chats.current.send('Hello');
    assert.deepEqual(recent.all, []);

    chats.newChat();
    await chats.current.send('Hello');
    assert.equal(recent.all.length, 1);
    chats.current.setPrivate(true);
    assert.deepEqual(recent.all, []);
  });

  it('is gone with a chat that is deleted, and back with one that is brought back', async () => {
    const { recent, chats } = window();
    await chats.current.send('Hello');
    const { all } = recent;
    const { chatId } = chats.current;

    recent.remove(chatId);
    assert.deepEqual(recent.all, []);
    recent.bringBack(chatId);
    assert.deepEqual(recent.all, all);

    const [chat] = all;
    assert.ok(chat);
    recent.replace(chat, 'another');
    assert.deepEqual(recent.all, [{ ...chat, chatId: 'another' }]);
  });

  it('never grows large: the chats used last are kept', () => {
    const { recent } = window();
    const many = Array.from({ length: 500 }, (_, index) => ({
      chatId: `chat-${index}`,
      title: '関'.repeat(40),
      interactionId: `v1_${'x'.repeat(index % 2 === 0 ? 20 : 200)}`,
      at: index,
    }));
    state.set('recentChats', [...many, { chatId: 'odd' }, 'odd', null]);
    assert.equal(recent.all.length, 500);

    recent.remove('chat-0');

    assert.equal(recent.all[0]?.chatId, 'chat-1');
    assert.ok(recent.all.length > 50 && recent.all.length <= 200);
    assert.ok(JSON.stringify(state.get('recentChats')).length <= 20_002);
  });
});
