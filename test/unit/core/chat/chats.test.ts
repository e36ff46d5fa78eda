import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, textArrived, textOf } from './chatUnderTest';

describe('the chats of a window', () => {
  const under = serverUnderTest();
  const own = { clock: systemClock };
  const window = (store = new MemoryChatRecords()) => chatsUnderTest(under.client, store, own);

  it('are back after a restart as they were', async () => {
    const before = window();
    await before.chats.current.send('Hello');
    const { chatId, title } = before.chats.current;
    const shown = before.chats.current.turns();

    const after = window(before.store);
    await after.chats.restore();

    assert.equal(after.chats.current.chatId, chatId);
    assert.equal(after.chats.current.title, title);
    assert.deepEqual(JSON.parse(JSON.stringify(after.chats.current.turns())), JSON.parse(JSON.stringify(shown)));
  });

  it('keep an answer going that is left for a new chat, each in its place', async () => {
    const { chats } = window();
    under.server.holdAfter(3);
    const first = chats.current;
    const sent = first.send('Write a long essay');
    await under.server.held();
    await textArrived(first);

    chats.newChat();

    assert.notEqual(chats.current, first);
    assert.deepEqual(chats.current.turns(), []);
    assert.deepEqual(chats.running, [first]);
    under.server.release();
    await sent;
    assert.equal(first.turns()[0]?.status, 'done');
    assert.deepEqual(chats.current.turns(), []);
    // It is not shown and has ended, so it is read from disk again.
    assert.equal(chats.find(first.chatId), undefined);
    assert.equal(await chats.open(first.chatId), true);
    assert.equal(textOf(chats.current.turns()[0]), textOf(first.turns()[0]));
  });

  it('leave a chat alone that was begun while the earlier one was still being read', async () => {
    const before = window();
    await before.chats.current.send('Hello');
    const after = window(before.store);
    const restoring = after.chats.restore();

    after.chats.newChat();

    await restoring;
    assert.deepEqual(after.chats.current.turns(), []);
  });

  it('say that there is no such chat', async () => {
    const { chats } = window();

    assert.equal(await chats.open('unknown'), false);

    assert.deepEqual(chats.current.turns(), []);
  });

  it('stay open for as long as something else shows them', async () => {
    const { chats } = window();
    await chats.current.send('Hello');
    const first = chats.current;
    const reference = chats.acquire(first);
    chats.newChat();
    assert.equal(chats.find(first.chatId), first);

    reference.dispose();

    assert.equal(chats.find(first.chatId), undefined);
  });

  it('take nothing from a chat another window writes, until the user says so', async () => {
    const { chats, store } = window();
    await chats.current.send('Hello');
    const [journal] = store.journals;
    assert.ok(journal);
    journal.set('heldElsewhere');

    assert.equal(await chats.current.send('Mine'), false);
    assert.equal(chats.current.turns().length, 1);
    await chats.current.takeOver();

    assert.equal(await chats.current.send('Mine'), true);
    assert.equal(chats.current.turns().length, 2);
  });

  it('drop what runs here, without a cancel, when another window has taken the chat over', async () => {
    const { chats, store } = window();
    under.server.holdAfter(3);
    const sent = chats.current.send('Write a long essay');
    await under.server.held();
    await textArrived(chats.current);

    const [journal] = store.journals;
    assert.ok(journal);
    journal.isWrittenElsewhere = true;
    journal.set('heldElsewhere');
    journal.changeElsewhere();
    await sent;

    assert.equal(chats.current.isStreaming, false);
    // The other window goes on with it.
    assert.equal(chats.current.turns()[0]?.status, 'streaming');
    assert.equal(chats.current.saving, 'heldElsewhere');
    chats.dispose();
    assert.ok(!store.kinds().includes('end'));
    assert.ok(under.server.requests.every(({ path }) => !path.endsWith('/cancel')));
  });
});
