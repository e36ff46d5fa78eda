import assert from 'node:assert/strict';
import { answererOf } from '../../../../src/core/conversation/turn';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest } from './chatUnderTest';

const before = () => Date.UTC(2026, 10, 29);
const after = () => Date.UTC(2026, 11, 2);

describe('the model of an answer', () => {
  const under = serverUnderTest();
  const asked = () => under.server.requests.map(({ body }) => (body as { readonly model?: string } | undefined)?.model);

  it('is what the service says, where it routes the question to another one, also after a reload', async () => {
    under.server.answersAs = { 'gemini-2.5-flash': 'gemini-3.5-flash-lite' };
    const { chats, store } = chatsUnderTest(under.client, undefined, { model: () => 'gemini-2.5-flash', now: before });
    await chats.current.send('Hello');

    assert.deepEqual(asked(), ['gemini-2.5-flash']);
    const again = chatsUnderTest(under.client, store).chats;
    await again.restore();
    for (const [turn] of [chats.current.turns(), again.current.turns()]) {
      assert.equal(turn?.answeredBy, 'gemini-3.5-flash-lite');
      assert.equal(turn.model, 'gemini-2.5-flash');
      assert.equal(answererOf(turn), 'gemini-3.5-flash-lite');
    }
  });

  it('is told by the resumed answer as well, where the stream broke before it said so', async () => {
    under.server.answersAs = { 'gemini-2.5-flash': 'gemini-3.5-flash-lite' };
    under.server.answerNext({ text: 'Later.', cutAfterEvents: 3 });
    const { chat } = chatUnderTest(under.client, {
      model: () => 'gemini-2.5-flash',
      now: before,
      background: { isWanted: () => true, refused: () => {} },
    });
    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.equal(chat.turns()[0]?.answeredBy, 'gemini-3.5-flash-lite');
  });

  it('is not mentioned where it is the one that was asked', async () => {
    const { chat } = chatUnderTest(under.client);
    await chat.send('Hello');
    assert.equal(chat.turns()[0]?.answeredBy, undefined);
  });

  it('is the successor of one that has retired, and the first answer of the window says so', async () => {
    const parts = { model: () => 'gemini-2.5-pro', now: after, toldModels: new Set<string>() };
    const { chats, store } = chatsUnderTest(under.client, undefined, parts);
    assert.equal(chats.current.model, 'gemini-3.8-flash');
    await chats.current.send('Hello');
    await chats.current.send('And now?');

    assert.deepEqual(asked(), ['gemini-3.8-flash', 'gemini-3.8-flash']);
    const again = chatsUnderTest(under.client, store, parts).chats;
    await again.restore();
    const news = again.current.turns().map(({ replaces }) => replaces);
    assert.deepEqual(news, ['gemini-2.5-pro', undefined]);
  });

  it('of an old chat that chose one long gone is its successor too', async () => {
    const { chat } = chatUnderTest(under.client, { now: after });
    chat.setModel('gemini-2.0-flash');
    await chat.send('Hello');
    assert.deepEqual(asked(), ['gemini-3.8-flash']);
    assert.equal(chat.turns()[0]?.replaces, 'gemini-2.0-flash');
  });
});
