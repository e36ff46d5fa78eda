import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, textOf } from './chatUnderTest';

describe('a chat that begins like another', () => {
  const under = serverUnderTest();
  const own = { clock: systemClock };
  const bodies = () =>
    under.server.requests.flatMap(({ method, path, body }) =>
      method === 'POST' && path.endsWith('/interactions') ? [body as Record<string, unknown>] : [],
    );

  async function chatOfTwo() {
    const window = chatsUnderTest(under.client, undefined, own);
    const { current } = window.chats;
    await current.send('My name is Ada.');
    await current.send('What is my name?');
    const [first, second] = current.turns();
    assert.ok(first && second);
    const fork = window.chats.begin();
    window.chats.acquire(fork);
    return { ...window, current, first, second, fork };
  }

  it('asks the same of another model from the same point, and sends nothing else again', async () => {
    const { current, first, second, fork } = await chatOfTwo();
    const before = bodies().length;

    assert.equal(fork.forkFrom(current, second.id), true);
    fork.setModel('gemini-3.1-pro-preview');
    assert.equal(await fork.send(second.prompt, second.attachments), true);

    const asked = bodies().at(-1);
    assert.equal(bodies().length, before + 1);
    assert.equal(asked?.previous_interaction_id, first.interactionId);
    assert.equal(asked?.model, 'gemini-3.1-pro-preview');
    assert.doesNotMatch(JSON.stringify(asked), /My name is Ada/);
    assert.match(textOf(fork.turns().at(-1)), /Ada/);
    assert.equal(fork.turns().at(-1)?.model, 'gemini-3.1-pro-preview');
    assert.deepEqual(current.turns(), [first, second]);
  });

  it('is a chat of its own, and back after a restart with all it began with', async () => {
    const { current, second, fork, store } = await chatOfTwo();
    fork.forkFrom(current, second.id);
    fork.setModel('gemini-3.1-pro-preview');
    await fork.send(second.prompt, second.attachments);
    const shown: unknown = JSON.parse(JSON.stringify(fork.turns()));

    const after = chatsUnderTest(under.client, store, own);
    assert.equal(await after.chats.open(fork.chatId), true);

    assert.deepEqual(JSON.parse(JSON.stringify(after.chats.current.turns())), shown);
    assert.deepEqual(after.chats.current.idsAtGoogle, fork.idsAtGoogle);
    assert.equal(fork.idsAtGoogle.length, 2);
  });

  it('goes on with its own model, also after a restart, and leaves the other chat the usual one', async () => {
    const { current, second, fork, store } = await chatOfTwo();
    fork.forkFrom(current, second.id);
    fork.setModel('gemini-3.1-pro-preview');
    await fork.send(second.prompt);

    await fork.send('And again?');
    assert.equal(bodies().at(-1)?.model, 'gemini-3.1-pro-preview');
    assert.equal(bodies().at(-1)?.previous_interaction_id, fork.turns()[1]?.interactionId);
    await current.send('And you?');
    assert.equal(bodies().at(-1)?.model, 'gemini-3.8-flash');

    const after = chatsUnderTest(under.client, store, own);
    await after.chats.open(fork.chatId);
    assert.equal(after.chats.current.model, 'gemini-3.1-pro-preview');
  });

  it('has the model of the chat it comes from', async () => {
    const { current, second, fork } = await chatOfTwo();
    current.setModel('gemini-3.1-pro-preview');

    fork.forkFrom(current, second.id);
    await fork.send(second.prompt);

    assert.equal(bodies().at(-1)?.model, 'gemini-3.1-pro-preview');
  });

  it('begins empty where the first question is the one to ask again', async () => {
    const { current, first, fork } = await chatOfTwo();

    fork.forkFrom(current, first.id);
    fork.setModel('gemini-3.1-pro-preview');
    await fork.send(first.prompt, []);

    assert.equal(fork.turns().length, 1);
    assert.equal(bodies().at(-1)?.previous_interaction_id, undefined);
  });

  it('is private if the other is, and leaves nothing at Google either', async () => {
    const { chats } = chatsUnderTest(under.client, undefined, own);
    chats.current.setPrivate(true);
    await chats.current.send('My name is Ada.');
    await chats.current.send('What is my name?');
    const fork = chats.begin();
    chats.acquire(fork);

    fork.forkFrom(chats.current, chats.current.turns()[1]?.id ?? '');
    fork.setModel('gemini-3.1-pro-preview');
    await fork.send('What is my name?', []);

    assert.equal(fork.isPrivate, true);
    assert.equal(bodies().at(-1)?.store, false);
    assert.match(textOf(fork.turns().at(-1)), /Ada/);
    assert.deepEqual(fork.idsAtGoogle, []);
  });

  it('does not rest on what was deleted at Google', async () => {
    const { current, first, second, fork } = await chatOfTwo();
    await current.forget([first.interactionId ?? '']);

    fork.forkFrom(current, second.id);
    fork.setModel('gemini-3.1-pro-preview');
    await fork.send(second.prompt, []);

    assert.equal(bodies().at(-1)?.previous_interaction_id, undefined);
    assert.match(textOf(fork.turns().at(-1)), /Ada/);
  });

  it('must be empty, and the turn must be there', async () => {
    const { current, second, fork } = await chatOfTwo();

    assert.equal(fork.forkFrom(current, 'unknown'), false);
    assert.equal(current.forkFrom(fork, second.id), false);
    assert.equal(fork.forkFrom(current, second.id), true);
    assert.equal(fork.forkFrom(current, second.id), false);
  });
});
