import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { chatsUnderTest } from './chatUnderTest';
import { created, type Script, ScriptedService, until, wrote } from './scriptedService';

const running: Script = [created('v1_r'), wrote('So'), 'silence'];

function begin(store = new MemoryChatRecords(), ...scripts: readonly Script[]) {
  const { chats, errors } = chatsUnderTest(new ScriptedService(...scripts), store);
  const told: string[] = [];
  chats.onDidPublish(({ type }) => told.push(type));
  return { chats, errors, store, told };
}

/** A window that closed with a chat, by its id. */
async function closedWith(prompt: string, store = new MemoryChatRecords()) {
  const { chats } = begin(store);
  await chats.current.send(prompt);
  const { chatId } = chats.current;
  chats.dispose();
  return { store, chatId };
}

/** A chat that was opened, closed and opened again. */
async function openedTwice() {
  const { store, chatId } = await closedWith('one');
  const { chats } = begin(store);
  const first = await chats.session(chatId);
  assert.ok(first);
  chats.acquire(first).dispose();
  return { chats, chatId, first, again: await chats.session(chatId) };
}

describe('the chats that a window has open', () => {
  it('show an empty chat once, however often a new one is wanted', async () => {
    const { chats, told } = begin();
    const first = chats.current;
    chats.newChat();
    assert.deepEqual([chats.current === first, told], [true, ['opened']]);
    await first.send('one');
    chats.newChat();
    assert.deepEqual([chats.current.isEmpty, told.at(-1), chats.find(first.chatId)], [true, 'opened', undefined]);
  });

  it('are remembered: the one that is shown, and those with an answer under way', async () => {
    const { chats, store } = begin(undefined, running);
    assert.equal(store.openChatId, undefined);
    const chat = chats.current;
    const sent = chat.send('one');
    await until(() => chat.turns()[0]?.status === 'streaming');
    assert.deepEqual([store.openChatId, store.unfinishedChats, chats.running], [chat.chatId, [chat.chatId], [chat]]);
    chats.newChat();
    assert.deepEqual(
      [store.openChatId, store.unfinishedChats, chats.find(chat.chatId)],
      [undefined, [chat.chatId], chat],
    );
    chat.stop();
    await sent;
    assert.deepEqual([store.unfinishedChats, chats.running, chats.find(chat.chatId)], [[], [], undefined]);
  });

  it('tell of what is shown to those who show it, and of all to those who list them', async () => {
    const { chats, told, store } = begin();
    const all: string[] = [];
    const other = chats.begin();
    chats.onDidChangeAnyChat(({ session, fact }) => all.push(`${session === other ? 'other' : 'shown'} ${fact.type}`));
    const kept = chats.acquire(other);
    await other.send('one');
    assert.deepEqual([told, all[0], store.openChatId], [[], 'other turnAdded', undefined]);
    await chats.current.send('two');
    assert.ok(told.includes('turnAdded') && all.includes('shown turnAdded'));
    await other.send('three');
    assert.deepEqual([chats.find(other.chatId), store.openChatId], [other, chats.current.chatId]);
    kept.dispose();
    assert.equal(chats.find(other.chatId), undefined);
  });

  it('stay open until the last who holds them lets go, each once', async () => {
    const { chats } = begin();
    const chat = chats.begin();
    const [first, second] = [chats.acquire(chat), chats.acquire(chat)];
    first.dispose();
    first.dispose();
    await setImmediate();
    assert.equal(chats.find(chat.chatId), chat);
    second.dispose();
    assert.equal(chats.find(chat.chatId), undefined);
  });

  it('are read once from disk, and then found', async () => {
    const { store, chatId } = await closedWith('one');
    const { chats } = begin(store);
    const [first, second] = await Promise.all([chats.session(chatId), chats.session(chatId)]);
    assert.ok(first);
    assert.deepEqual([first === second, chats.find(chatId) === first], [true, true]);
    assert.equal(await chats.session(chatId), first);
    assert.equal(await chats.session('unknown'), undefined);
    assert.equal(await chats.open('unknown'), false);
    assert.equal(await chats.open(chatId), true);
    assert.deepEqual([chats.current === first, store.openChatId], [true, chatId]);
  });

  it('are no chat to come back to while nothing is asked in them', () => {
    const { chats, store } = begin();
    chats.current.setPrivate(true);
    assert.equal(store.openChatId, undefined);
  });

  it('are there for who has begun one, also before it is kept open', () => {
    const { chats } = begin();
    const other = chats.begin();
    other.setPrivate(true);
    assert.equal(chats.find(other.chatId), other);
  });

  it('take no question once they are closed, and are read once more where they are opened again', async () => {
    const { first, again } = await openedTwice();
    assert.ok(again && again !== first);
    assert.deepEqual([await first.send('two'), await again.send('two')], [false, true]);
  });

  it('are found as they were opened last, whatever the end of an earlier one still brings', async () => {
    const { chats, chatId, again } = await openedTwice();
    for (let pass = 0; pass < 5; pass += 1) await setImmediate();
    assert.equal(chats.find(chatId), again);
  });

  it('go where they are deleted and not shown, and what is shown stays', async () => {
    const { store, chatId } = await closedWith('one');
    const { chats, told } = begin(store);
    const shown = chats.current;
    await chats.session(chatId);
    chats.close(chatId);
    assert.deepEqual([chats.find(chatId), chats.current === shown, told], [undefined, true, []]);
  });

  it('stop and go where they are deleted, with an empty one in their place', async () => {
    const { chats } = begin(undefined, running);
    const chat = chats.current;
    const sent = chat.send('one');
    await until(() => chat.turns()[0]?.status === 'streaming');
    chats.close('unknown');
    chats.close(chat.chatId);
    await sent;
    assert.deepEqual(
      [chat.turns()[0]?.status, chats.current.isEmpty, chats.find(chat.chatId)],
      ['stopped', true, undefined],
    );
  });
});

describe('the chats of a window that comes back', () => {
  it('are shown as they were, and read once', async () => {
    const { store, chatId } = await closedWith('one');
    const { chats } = begin(store);
    const empty = chats.current.chatId;
    await Promise.all([chats.restore(), chats.restore()]);
    assert.deepEqual([chats.current.chatId, chats.find(empty)], [chatId, undefined]);
    chats.newChat();
    await chats.restore();
    assert.equal(chats.current.isEmpty, true);
  });

  it('do not replace what the user has chosen or begun meanwhile', async () => {
    const { store, chatId } = await closedWith('one');
    const other = await closedWith('two', store);
    store.openChatId = chatId;
    const chosen = begin(store).chats;
    const [restored] = [chosen.restore(), chosen.newChat()];
    await restored;
    assert.equal(chosen.current.isEmpty, true);

    const opened = begin(store);
    await Promise.all([opened.chats.restore(), opened.chats.open(other.chatId)]);
    assert.deepEqual([opened.chats.current.chatId, opened.told], [other.chatId, ['opened']]);
  });

  it('do not take the place of a question that was asked meanwhile, nor of the chat after one that was deleted', async () => {
    for (const isDeleted of [false, true]) {
      const { store, chatId } = await closedWith('one');
      const [load, loading] = [store.load.bind(store), Promise.withResolvers<void>()];
      store.load = (id) => loading.promise.then(() => load(id));
      const { chats } = begin(store);
      const restored = chats.restore();
      await chats.current.send('mine');
      if (isDeleted) chats.close(chats.current.chatId);
      const { current } = chats;
      loading.resolve();
      await restored;
      assert.deepEqual([chats.current === current, chats.current.isEmpty], [true, isDeleted]);
      assert.notEqual(chats.current.chatId, chatId);
    }
  });

  it('are closed, and no longer known as unfinished, where another window has ended their answers', async () => {
    const { store, chatId } = await closedWith('one');
    store.openChatId = undefined;
    store.unfinishedChats = [chatId];
    const { chats } = begin(store);
    await chats.restore();
    await until(() => store.unfinishedChats.length === 0);
    assert.deepEqual([chats.find(chatId), chats.current.isEmpty], [undefined, true]);
  });

  it('are forgotten where they are not on disk any more', async () => {
    const store = new MemoryChatRecords();
    store.openChatId = 'gone';
    store.unfinishedChats = ['gone', 'lost'];
    const { chats, errors } = begin(store);
    await chats.restore();
    assert.deepEqual([store.unfinishedChats, chats.current.isEmpty, errors], [[], true, []]);
  });

  it('are told of where the disk fails, and the others come back', async () => {
    const { store, chatId } = await closedWith('one');
    const load = store.load.bind(store);
    store.load = (id) => (id === 'bad' ? Promise.reject(new Error('disk')) : load(id));
    store.unfinishedChats = ['bad'];
    const { chats, errors } = begin(store);
    await chats.restore();
    assert.deepEqual([chats.current.chatId, errors.length], [chatId, 1]);
  });

  it('have their unfinished answers ended, also of those that are not shown', async () => {
    const store = new MemoryChatRecords();
    const first = begin(store, running);
    const chat = first.chats.current;
    void chat.send('one');
    await until(() => chat.turns()[0]?.status === 'streaming');
    first.chats.newChat();
    first.chats.dispose();
    assert.deepEqual(store.unfinishedChats, [chat.chatId]);

    const { chats } = begin(store);
    await chats.restore();
    await until(() => store.unfinishedChats.length === 0 && chats.find(chat.chatId) === undefined);
    const saved = await store.load(chat.chatId);
    assert.deepEqual([saved?.turns[0]?.status, saved?.unfinished], ['interrupted', []]);
  });
  it('have their unfinished answers ended where the user opens them, and where something else shows them', async () => {
    for (const isShown of [true, false]) {
      const store = new MemoryChatRecords();
      const first = begin(store, running).chats;
      const { chatId } = first.current;
      void first.current.send('one');
      await until(() => first.current.turns()[0]?.status === 'streaming');
      first.dispose();

      const { chats } = begin(store);
      if (isShown) await chats.open(chatId);
      const session = await chats.session(chatId);
      assert.ok(session);
      if (!isShown) chats.acquire(session);
      await until(() => session.turns()[0]?.status === 'interrupted');
    }
  });
});
