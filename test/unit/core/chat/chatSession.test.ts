import assert from 'node:assert/strict';
import { systemClock } from '../../../../src/core/base/clock';
import type { ChatSessionParts } from '../../../../src/core/chat/chatParts';
import { ChatSession } from '../../../../src/core/chat/chatSession';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { partsUnderTest, textArrived, textOf } from './chatUnderTest';

/** Asked for twice: once on each version of the API. */
const gone = { status: 404, body: { error: { code: 'not_found', message: '' } } };

describe('ChatSession', () => {
  const under = serverUnderTest();
  let store: MemoryChatRecords;
  let errors: unknown[];

  beforeEach(() => {
    store = new MemoryChatRecords();
    errors = [];
  });

  const parts = (own: Partial<ChatSessionParts> = {}) =>
    partsUnderTest(under.client, store, errors, { clock: systemClock, ...own });
  const session = (own: Partial<ChatSessionParts> = {}) => new ChatSession(parts(own), crypto.randomUUID());
  const bodies = () =>
    under.server.requests.map((request) => request.body as { previous_interaction_id?: string; input: unknown });

  it('remembers the first question in the second, which goes alone over the wire', async () => {
    const chat = session();
    await chat.send('My name is Ada.');
    await chat.send('What is my name?');

    assert.match(textOf(chat.turns()[1]), /Ada/);
    assert.equal(bodies()[1]?.previous_interaction_id, chat.turns()[0]?.interactionId);
    assert.doesNotMatch(JSON.stringify(bodies()[1]?.input), /My name is/);
  });

  it('writes the question down before it is sent', async () => {
    const chat = session();
    await chat.send('Hello');

    assert.deepEqual(store.kinds().slice(0, 3), ['chat', 'turn', 'accepted']);
    assert.equal(store.kinds().at(-1), 'end');
  });

  it('keeps what came when it is stopped, and says so at once', async () => {
    under.server.holdAfter(3);
    const chat = session();
    const sent = chat.send('Write a long essay');
    await under.server.held();
    await textArrived(chat);

    chat.stop();

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'stopped');
    assert.ok(textOf(turn).length > 0);
    await sent;
    assert.deepEqual(chat.turns()[0], turn);
    assert.equal(await under.server.requests[0]?.ended, 'closedByClient');
  });

  it('lets the model know of a stopped answer by sending it along', async () => {
    under.server.holdAfter(3);
    const chat = session();
    const sent = chat.send('Write a long essay');
    await under.server.held();
    await textArrived(chat);
    chat.stop();
    await sent;
    under.server.release();

    await chat.send('Go on');

    const body = bodies()[1];
    assert.equal(body?.previous_interaction_id, undefined);
    assert.match(JSON.stringify(body?.input), /Write a long essay/);
    assert.equal(chat.turns()[1]?.status, 'done');
  });

  it('does not take a stream that merely ends for a whole answer', async () => {
    under.server.answerNext({ text: 'Half of it', cutAfterEvents: 5, cutBy: 'end' });
    under.server.answerNext({ for: 'get', ...gone });
    under.server.answerNext({ for: 'get', ...gone });
    const chat = session();

    await chat.send('Hello');

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'failed');
    assert.equal(turn.failure?.reason, 'truncated');
  });

  it('fetches the whole answer once when its stream broke off and the service has it', async () => {
    under.server.answerNext({ text: 'All of it, to the very end.', cutAfterEvents: 5, cutBy: 'end' });
    const chat = session();

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.equal(textOf(chat.turns()[0]), 'All of it, to the very end.');
    assert.equal(under.server.requests.filter(({ method }) => method === 'POST').length, 1);
  });

  it('continues an answer that broke off with the part that is there before it', async () => {
    const sse =
      'data: {"event_type":"step.start","index":0,"step":{"type":"model_output"}}\n\n' +
      'data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":"Half of it"}}\n\n';
    under.server.answerNext({ sse });
    const chat = session();
    await chat.send('Hello');
    assert.equal(chat.turns()[0]?.failure?.reason, 'truncated');

    await chat.continue(chat.turns()[0]?.id ?? '');

    assert.equal(chat.turns()[1]?.status, 'done');
    const sent = JSON.stringify(bodies().at(-1)?.input);
    for (const part of ['Hello', 'Half of it', 'Go on']) assert.ok(sent.includes(part), part);
  });

  it('leaves hidden characters out of what is sent, and says how many', async () => {
    const chat = session();

    await chat.send('Hello\u0000 \u{E0041}you');

    assert.equal(chat.turns()[0]?.prompt, 'Hello you');
    assert.equal(chat.turns()[0]?.removedCharacters, 2);
    assert.match(JSON.stringify(bodies()[0]?.input), /"Hello you"/);
  });

  it('leaves them out of the code and the texts that go along, too', async () => {
    const chat = session();
    const file = { id: 'a', uri: 'file:///a.ts', path: 'a\u202E.ts', languageId: 'typescript' };
    const smuggled =
      'const a\u200B = 1; // \u{E0041}\u{E0042}\u202Eup \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';
    const seen = 'const a = 1; // up \u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}';

    await chat.send('Explain', [
      { ...file, kind: 'code', startLine: 1, endLine: 1, text: smuggled },
      { ...file, kind: 'file', id: 'b', text: smuggled },
    ]);

    const sent = JSON.stringify(bodies()[0]?.input);
    assert.equal(sent.split(seen).length, 3, sent);
    assert.doesNotMatch(sent, /[\u200B\u202E]/u);
    assert.equal(chat.turns()[0]?.removedCharacters, 10);
    assert.deepEqual(
      chat.turns()[0]?.attachments.map((one) => 'text' in one && one.text),
      [seen, seen],
      'what the chip shows is what was sent',
    );
  });

  it('keeps the partial answer when the connection is lost', async () => {
    under.server.holdAfter(3);
    const chat = session();
    const sent = chat.send('Write a long essay');
    await under.server.held();
    await textArrived(chat);

    await under.server.close();
    await sent;

    assert.equal(chat.turns()[0]?.failure?.reason, 'connectionLost');
    assert.ok(textOf(chat.turns()[0]).length > 0);
  });

  it('rebuilds the context once when Google has forgotten the chat', async () => {
    const chat = session();
    await chat.send('My name is Ada.');
    under.server.forget(chat.turns()[0]?.interactionId ?? '');

    await chat.send('What is my name?');

    assert.equal(chat.turns()[1]?.status, 'done');
    assert.match(textOf(chat.turns()[1]), /Ada/);
    assert.equal(under.server.requests.length, 3);
  });

  it('branches on retry and leaves the earlier answer in place', async () => {
    const chat = session();
    await chat.send('First');
    await chat.send('Second');
    const [, second] = chat.turns();
    assert.ok(second);

    await chat.retry(second.id);

    const path = chat.turns();
    assert.equal(path.length, 2);
    assert.notEqual(path[1]?.id, second.id);
    assert.equal(path[1]?.parentId, second.parentId);
  });

  it('retries with a model for that answer alone', async () => {
    const chat = session();
    await chat.send('First');
    const usual = chat.model;

    await chat.retry(chat.turns()[0]?.id ?? '', { model: 'gemini-3.1-pro-preview' });
    await chat.send('Second');

    assert.deepEqual(
      chat.turns().map(({ model }) => model),
      ['gemini-3.1-pro-preview', usual],
    );
    assert.deepEqual(
      under.server.requests.map(({ body }) => (body as { readonly model?: string }).model),
      [usual, 'gemini-3.1-pro-preview', usual],
    );
  });

  it('takes one question at a time and none that is blank', async () => {
    under.server.holdAfter(1);
    const chat = session();
    await chat.send('  \n ');
    const first = chat.send('First');
    await under.server.held();
    await chat.send('Second');
    under.server.release();
    await first;

    assert.deepEqual(
      chat.turns().map((turn) => turn.prompt),
      ['First'],
    );
  });

  it('ends a turn even when something breaks inside', async () => {
    const ask = () => {
      throw new RangeError('a bug');
    };
    const chat = session({ interactions: { ...under.client, ask } });

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.failure?.reason, 'unknown');
    assert.equal(errors.length, 1);
  });
});
