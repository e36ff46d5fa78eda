import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import type { JsonObject } from '../../../../src/core/base/json';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest } from './chatUnderTest';

interface Body {
  readonly store?: boolean;
  readonly background?: boolean;
  readonly previous_interaction_id?: string;
  readonly input: readonly JsonObject[];
}

describe('a private chat', () => {
  const under = serverUnderTest();
  const own = { clock: systemClock, background: { isWanted: () => true, refused: () => {} } };
  const bodies = () => under.server.requests.map(({ body }) => body as Body);

  it('leaves nothing at Google and sends all of itself, signatures byte for byte', async () => {
    const { chat } = chatUnderTest(under.client, own);
    chat.setPrivate(true);
    await chat.send('My name is Ada.');
    await chat.send('What is my name?');

    const [first, second] = bodies();
    assert.equal(first?.store, false);
    assert.equal(first.background, undefined);
    assert.equal(second?.store, false);
    assert.equal(second.previous_interaction_id, undefined);
    const sentBack = second.input.filter(({ type }) => type !== 'user_input');
    assert.ok(sentBack.some(({ signature }) => typeof signature === 'string' && signature.length > 0));
    assert.deepEqual(sentBack, JSON.parse(JSON.stringify(chat.turns()[0]?.steps)));
    assert.equal(chat.turns()[1]?.status, 'done');
    assert.deepEqual(chat.idsAtGoogle, []);
  });

  it('is private again after a restart, and writes that down with its first question, not before', async () => {
    const { chats, store } = chatsUnderTest(under.client, undefined, own);
    chats.current.setPrivate(true);
    assert.deepEqual(store.kinds(), []);
    await chats.current.send('Hello');
    assert.deepEqual(store.kinds().slice(0, 3), ['chat', 'private', 'turn']);

    const after = chatsUnderTest(under.client, store, own);
    await after.chats.restore();

    assert.equal(after.chats.current.isPrivate, true);
  });

  it('is every chat of a user who lets Google store nothing, as long as that holds', async () => {
    let mayStore = false;
    const { chat, store } = chatUnderTest(under.client, { ...own, mayStore: () => mayStore });
    chat.setPrivate(false);
    assert.equal(chat.isPrivate, true);
    await chat.send('My name is Ada.');
    await chat.send('What is my name?');
    mayStore = true;
    await chat.send('And now?');

    assert.deepEqual(
      bodies().map((body) => [body.store, body.background, body.previous_interaction_id]),
      [
        [false, undefined, undefined],
        [false, undefined, undefined],
        [true, true, undefined],
      ],
    );
    assert.match(JSON.stringify(bodies()[2]?.input), /My name is Ada/);
    // The chat itself was never marked: its own switch is where the user left it.
    assert.ok(!store.kinds().includes('private'));
  });

  it('rests on nothing at Google even when it was not private before', async () => {
    const { chat } = chatUnderTest(under.client, own);
    await chat.send('My name is Ada.');
    chat.setPrivate(true);
    await chat.send('What is my name?');

    assert.equal(bodies()[1]?.previous_interaction_id, undefined);
    assert.match(JSON.stringify(bodies()[1]?.input), /My name is Ada/);
    assert.equal(chat.idsAtGoogle.length, 1);
  });

  it('goes on from its own history when it is no longer private', async () => {
    const { chat } = chatUnderTest(under.client, own);
    chat.setPrivate(true);
    await chat.send('My name is Ada.');
    chat.setPrivate(false);
    await chat.send('What is my name?');
    await chat.send('And again?');

    assert.equal(bodies()[1]?.store, true);
    assert.match(JSON.stringify(bodies()[1]?.input), /My name is Ada/);
    assert.equal(bodies()[2]?.previous_interaction_id, chat.turns()[1]?.interactionId);
  });

  it('is no foundation any more once it was deleted at Google', async () => {
    const { chat } = chatUnderTest(under.client, own);
    await chat.send('My name is Ada.');
    await chat.forget(chat.idsAtGoogle);

    assert.deepEqual(chat.idsAtGoogle, []);
    await chat.send('What is my name?');
    assert.equal(bodies()[1]?.previous_interaction_id, undefined);
    assert.match(JSON.stringify(bodies()[1]?.input), /My name is Ada/);
  });
});
