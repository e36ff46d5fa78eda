import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { ChatSession } from '../../../../src/core/chat/chatSession';
import type { Chats } from '../../../../src/core/chat/chats';
import { ModelTitles } from '../../../../src/core/chat/modelTitles';
import { hurriedClock } from '../../fakes/manualClock';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest } from './chatUnderTest';

describe('the names models give to chats', () => {
  const under = serverUnderTest();
  let isWanted: boolean;
  beforeEach(() => {
    isWanted = true;
  });

  function begin() {
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const { chats, store } = chatsUnderTest(under.client);
    const { client } = under;
    const clock = hurriedClock();
    const titles = new ModelTitles({ chats, interactions: client, clock, isWanted: () => isWanted, onError });
    return { chats, store, titles, errors };
  }
  const asked = () =>
    under.server.requests.filter(({ body }) => JSON.stringify(body ?? '').includes('gemini-3.5-flash-lite'));
  async function named(session: ChatSession): Promise<void> {
    while (!session.hasOwnTitle) await setImmediate();
  }
  /** Names one more chat. All earlier names have been asked for by then. */
  async function nameAnother(chats: Chats): Promise<void> {
    chats.newChat();
    under.server.answerNext({ text: 'Hello!' });
    under.server.answerNext({ text: 'Another' });
    await chats.current.send('Hello');
    await named(chats.current);
  }

  it('come after the first answer, once', async () => {
    const { chats, store, errors } = begin();
    under.server.answerNext({ text: 'They move heat.' });
    under.server.answerNext({ text: '"Heat pumps explained"' });
    await chats.current.send('How do heat pumps work?');
    await named(chats.current);

    assert.equal(chats.current.title, 'Heat pumps explained');
    const [record] = store.recordsOf(chats.current.chatId).filter(({ kind }) => kind === 'title');
    assert.deepEqual(record, { kind: 'title', title: 'Heat pumps explained', by: 'model' });

    await chats.current.send('And in winter?');
    await nameAnother(chats);
    assert.equal(asked().length, 2);
    assert.deepEqual(errors, []);
  });

  it('are written even if another chat is shown meanwhile', async () => {
    const { chats, store } = begin();
    under.server.answerNext({ text: 'They move heat.' });
    under.server.answerNext({ text: 'Heat pumps' });
    const { chatId } = chats.current;
    await chats.current.send('How do heat pumps work?');
    chats.newChat();
    while (chats.find(chatId)) await setImmediate();

    assert.ok(store.recordsOf(chatId).some((record) => record.kind === 'title' && record.title === 'Heat pumps'));
  });

  it('are not asked for when not wanted, of a private chat, of one the user named and after a failed answer', async () => {
    const { chats } = begin();
    isWanted = false;
    await chats.current.send('Hello');
    isWanted = true;
    chats.newChat();
    chats.current.setPrivate(true);
    await chats.current.send('Hello');
    chats.newChat();
    await chats.current.rename('Mine');
    await chats.current.send('Hello');
    chats.newChat();
    under.server.answerNext({ status: 400, body: '' });
    await chats.current.send('Hello');

    await nameAnother(chats);
    assert.equal(asked().length, 1);
  });

  it('fail in silence and are not tried again', async () => {
    const { chats, errors } = begin();
    under.server.answerNext({ text: 'They move heat.' });
    under.server.answerNext({ status: 500, body: '' });
    await chats.current.send('How do heat pumps work?');
    while (asked().length === 0) await setImmediate();
    await asked()[0]?.ended;

    await chats.current.send('And in winter?');
    assert.equal(chats.current.title, 'How do heat pumps work?');
    await nameAnother(chats);
    assert.equal(asked().length, 2);
    assert.deepEqual(errors, []);
  });
  it('leave the name that the user gave meanwhile, and the first words where the model has none', async () => {
    for (const [reply, given, title] of [
      ['Heat pumps', 'Mine', 'Mine'],
      ['***', undefined, 'How do heat pumps work?'],
    ] as const) {
      const { chats, store } = begin();
      under.server.answerNext({ text: 'They move heat.' });
      under.server.answerNext({ text: reply });
      const { current } = chats;
      const before = asked().length;
      await current.send('How do heat pumps work?');
      if (given !== undefined) await current.rename(given);
      while (asked().length === before) await setImmediate();
      await asked().at(-1)?.ended;
      // It is kept open until its name is written.
      chats.newChat();
      while (chats.find(current.chatId)) await setImmediate();
      assert.equal(current.title, title);
      const titles = store.recordsOf(current.chatId).filter(({ kind }) => kind === 'title');
      assert.equal(titles.length, given === undefined ? 0 : 1);
    }
  });

  it('are not asked for after a later answer', async () => {
    const { chats } = begin();
    isWanted = false;
    await chats.current.send('Hello');
    isWanted = true;
    await chats.current.send('And now?');
    await nameAnother(chats);
    assert.equal(asked().length, 1);
  });
});
