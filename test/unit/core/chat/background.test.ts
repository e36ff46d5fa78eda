import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { hurriedClock } from '../../fakes/manualClock';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, textArrived, textOf } from './chatUnderTest';

const background = { isWanted: () => true, refused: () => {} };
const own = { background, clock: systemClock };

describe('an answer that runs in the background', () => {
  const under = serverUnderTest();
  const posts = () =>
    under.server.requests.filter(({ method, path }) => method === 'POST' && !path.endsWith('/cancel'));
  const wholeText = () => {
    const [live] = [...under.server.interactions().values()];
    const steps = JSON.stringify(live?.steps ?? []);
    return (text: string) => assert.ok(text.length > 0 && steps.includes(JSON.stringify(text).slice(1, -1)));
  };

  it('is asked for as such and streams like any other', async () => {
    const { chat } = chatUnderTest(under.client, own);
    await chat.send('Hello');

    assert.match(JSON.stringify(posts()[0]?.body), /"background":true/);
    assert.equal(chat.turns()[0]?.status, 'done');
    wholeText()(textOf(chat.turns()[0]));
  });

  it('goes on by itself where the connection broke, without a word twice', async () => {
    under.server.holdAfter(4);
    const { chat, store } = chatUnderTest(under.client, own);
    const sent = chat.send('Write a long essay');
    await under.server.held();
    await textArrived(chat);

    under.server.breakConnections();
    under.server.release();

    await sent;
    assert.equal(chat.turns()[0]?.status, 'done');
    wholeText()(textOf(chat.turns()[0]));
    assert.equal(posts().length, 1);
    assert.equal(store.kinds().at(-1), 'end');
  });

  it('is completed after a restart from where the disk has it', async () => {
    under.server.holdAfter(4);
    const before = chatsUnderTest(under.client, new MemoryChatRecords(), own);
    void before.chats.current.send('Write a long essay');
    await under.server.held();
    await textArrived(before.chats.current);
    const { chatId } = before.chats.current;
    assert.deepEqual(before.store.unfinishedChats, [chatId]);
    // The window goes away without a word, and what it had of the answer stays on disk.
    before.chats.dispose();
    const shown = textOf((await before.store.load(chatId))?.turns[0]);
    assert.ok(shown.length > 0);
    before.store.setUnfinished(chatId, true);

    const after = chatsUnderTest(under.client, before.store, own);
    await after.chats.restore();
    const [turn] = after.chats.current.turns();
    assert.ok(textOf(turn).startsWith(shown));
    under.server.release();
    await ended(after.chats);

    assert.equal(after.chats.current.turns()[0]?.status, 'done');
    wholeText()(textOf(after.chats.current.turns()[0]));
    assert.equal(posts().length, 1);
    assert.deepEqual(after.store.unfinishedChats, []);
  });

  it('is found whole after a restart when it ended meanwhile', async () => {
    under.server.holdAfter(4);
    const before = chatsUnderTest(under.client, new MemoryChatRecords(), own);
    void before.chats.current.send('Write a long essay');
    await under.server.held();
    await textArrived(before.chats.current);
    before.chats.dispose();
    under.server.release();
    const [live] = [...under.server.interactions().values()];
    while (!live?.ended) await new Promise(setImmediate);

    const after = chatsUnderTest(under.client, before.store, own);
    await after.chats.restore();
    await ended(after.chats);

    assert.equal(after.chats.current.turns()[0]?.status, 'done');
    wholeText()(textOf(after.chats.current.turns()[0]));
  });

  it('says that it was interrupted when the service has forgotten it, and keeps what came', async () => {
    under.server.holdAfter(4);
    const before = chatsUnderTest(under.client, new MemoryChatRecords(), own);
    void before.chats.current.send('Write a long essay');
    await under.server.held();
    await textArrived(before.chats.current);
    before.chats.dispose();
    const shown = textOf((await before.store.load(before.chats.current.chatId))?.turns[0]);
    for (const id of under.server.interactions().keys()) under.server.forget(id);

    const after = chatsUnderTest(under.client, before.store, { ...own, clock: hurriedClock() });
    await after.chats.restore();
    await ended(after.chats);

    assert.equal(after.chats.current.turns()[0]?.status, 'interrupted');
    assert.equal(textOf(after.chats.current.turns()[0]), shown);
    assert.equal(posts().length, 1);
  });

  it('is cancelled at the service by Stop, which is seen through to the end', async () => {
    under.server.holdAfter(3);
    const { chat } = chatUnderTest(under.client, own);
    const sent = chat.send('Write a long essay');
    await under.server.held();
    await textArrived(chat);

    chat.stop();

    assert.equal(chat.turns()[0]?.status, 'stopped');
    assert.equal(chat.turns()[0]?.isCancelling, true);
    await sent;
    const [live] = [...under.server.interactions().values()];
    await new Promise<void>((resolve) => {
      const listening = chat.onDidPublish(() => {
        if (chat.turns()[0]?.isCancelling) return;
        listening.dispose();
        resolve();
      });
    });
    assert.equal(live?.status, 'cancelled');
    assert.equal(chat.turns()[0]?.endedAs, undefined);
  });

  it('is cancelled at the service even when Stop comes before its id', async () => {
    under.server.holdAfter(1);
    under.server.answerNext({ silence: 'afterHeaders' });
    const { chat } = chatUnderTest(under.client, own);
    const sent = chat.send('Hello');
    while ((under.server.requests[0]?.bytes ?? 0) === 0) await new Promise(setImmediate);

    chat.stop();
    await sent;

    assert.equal(chat.turns()[0]?.status, 'stopped');
    assert.equal(chat.isStreaming, false);
    under.server.breakConnections();
  });

  it('is asked for in the foreground once where the service refuses it, and that is remembered', async () => {
    const refused: string[] = [];
    under.server.answerNext({ status: 400, body: { error: { code: 'invalid_request', message: 'no background' } } });
    const { chat } = chatUnderTest(under.client, {
      clock: systemClock,
      background: { isWanted: () => refused.length === 0, refused: (model) => refused.push(model) },
    });

    await chat.send('Hello');
    await chat.send('Again');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.deepEqual(refused, ['gemini-3.8-flash']);
    assert.deepEqual(
      posts().map(({ body }) => (body as { background?: boolean }).background),
      [true, undefined, undefined],
    );
  });

  it('is not asked for again when the foreground refuses the question as well', async () => {
    const refused: string[] = [];
    for (const message of ["'background' is not supported", 'bad']) {
      under.server.answerNext({ status: 400, body: { error: { code: 'invalid_request', message } } });
    }
    const { chat } = chatUnderTest(under.client, {
      clock: systemClock,
      background: { isWanted: () => true, refused: (model) => refused.push(model) },
    });

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.failure?.reason, 'invalidRequest');
    assert.deepEqual(refused, []);
    assert.equal(posts().length, 2);
  });

  it('stays one after a refusal that does not name it, which may pass', async () => {
    const refused: string[] = [];
    under.server.answerNext({ status: 400, body: { error: { code: 'invalid_request', message: 'Bad request.' } } });
    const { chat } = chatUnderTest(under.client, {
      clock: systemClock,
      background: { isWanted: () => true, refused: (model) => refused.push(model) },
    });

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.failure?.reason, 'invalidRequest');
    assert.equal(posts().length, 1);
    assert.deepEqual(refused, []);
  });
});

function ended({ current, onDidChangeAnyChat }: ReturnType<typeof chatsUnderTest>['chats']): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (current.isStreaming) return;
      listening.dispose();
      resolve();
    };
    const listening = onDidChangeAnyChat(look);
    look();
  });
}
