import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { usualLimits } from '../../../../src/core/interactions/limits';
import { budget } from '../../../budget';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatsUnderTest, chatUnderTest, textOf } from './chatUnderTest';

const hop1 = readFileSync('test/fixtures/sse/09a-continuation-hop1.sse', 'utf8');
const hop2 = readFileSync('test/fixtures/sse/09b-continuation-hop2.sse', 'utf8');
const gone = { for: 'get', status: 404, body: { error: { code: 'not_found', message: '' } } } as const;

describe('an answer in several hops', () => {
  const under = serverUnderTest();
  const questions = () =>
    under.server.requests
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/interactions'))
      .map(({ body }) => body as Readonly<Record<string, unknown>>);

  it('is one answer with the usage of all of them', async () => {
    under.server.answerNext({ sse: hop1 });
    under.server.answerNext({ sse: hop2 });
    const { chat } = chatUnderTest(under.client);

    await chat.send('Hello');

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'done');
    assert.equal(textOf(turn), 'Chapter one. Still chapter one. Chapter two. The end.');
    assert.equal(turn.usage?.total, 65_636 + 66_836);
    assert.equal(turn.interactionId, 'v1_SampleHop0002');
  });

  it('keeps the first hop when the second is cut, refused or dropped', async () => {
    for (const second of [
      { sse: hop2, cutAfterEvents: 2, cutBy: 'end' },
      { status: 503, body: '' },
      { drop: true },
    ] as const) {
      under.server.answerNext({ sse: hop1 });
      under.server.answerNext(second);
      // On both versions of the API.
      for (let time = 0; time < 2; time += 1) under.server.answerNext(gone);
      const { chat } = chatUnderTest(under.client);
      const posts = () => under.server.requests.filter(({ method }) => method === 'POST').length;
      const before = posts();

      await chat.send('Hello');

      assert.equal(chat.turns()[0]?.status, 'failed', JSON.stringify(second));
      assert.equal(textOf(chat.turns()[0]), 'Chapter one. Still chapter one. ');
      assert.equal(posts() - before, 2);
    }
  });

  it('is asked for once in each hop, however the service refuses it', async () => {
    const error = (status: number, code: string, message: string) => ({ status, body: { error: { code, message } } });
    for (const refusal of [
      error(503, 'service_unavailable', 'Busy'),
      error(429, 'rate_limit_exceeded', 'Slow down'),
      error(404, 'not_found', 'previous_interaction_id not found'),
      error(400, 'missing_thought_signature', 'x'),
    ]) {
      under.server.answerNext({ sse: hop1 });
      under.server.answerNext(refusal);
      const { chat } = chatUnderTest(under.client);
      const before = questions().length;

      await chat.send('Hello');

      assert.equal(chat.turns()[0]?.status, 'failed');
      assert.equal(textOf(chat.turns()[0]), 'Chapter one. Still chapter one. ');
      assert.equal(questions().length - before, 2, refusal.body.error.code);
    }
  });

  it('is not asked for in another form after a first hop that brought nothing to see', async () => {
    const { chat } = chatUnderTest(under.client);
    await chat.send('Hello');
    const interaction = { id: 'v1_empty', status: 'requires_continuation', continuation_token: 't' };
    const events = [
      { event_type: 'interaction.created', interaction: { id: 'v1_empty', status: 'in_progress' } },
      { event_type: 'interaction.completed', interaction },
    ];
    under.server.answerNext({ sse: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('') });
    const message = 'previous_interaction_id not found';
    under.server.answerNext({ status: 404, body: { error: { code: 'not_found', message } } });
    const before = questions().length;

    await chat.send('Again');

    assert.equal(chat.turns()[1]?.failure?.reason, 'historyExpired');
    assert.equal(questions().length - before, 2);
  });

  it('sends the token alone where the service has the question, and all of it where it does not', async () => {
    for (const isPrivate of [false, true]) {
      under.server.answerNext({ sse: hop1 });
      under.server.answerNext({ sse: hop2 });
      const { chat } = chatUnderTest(under.client);
      chat.setPrivate(isPrivate);

      await chat.send('Hello');

      const [first, second] = questions().slice(-2);
      assert.equal(first?.continuation_token, undefined);
      assert.equal(first?.automatic_continuation, undefined);
      assert.ok(second?.continuation_token);
      assert.equal(second.previous_interaction_id, isPrivate ? undefined : 'v1_SampleHop0001');
      assert.deepEqual(second.input, isPrivate ? first?.input : undefined);
      assert.equal(second.store, !isPrivate);
      assert.equal(second.system_instruction, first?.system_instruction);
    }
  });

  it('keeps the first hop when the second broke off and is found whole at the service', async () => {
    under.server.answerNext({ sse: hop1 });
    under.server.answerNext({ sse: hop2, cutAfterEvents: 2, cutBy: 'end' });
    const content = [{ type: 'text', text: 'Chapter two. The end.' }];
    const body = { id: 'v1_SampleHop0002', status: 'completed', steps: [{ type: 'model_output', content }] };
    under.server.answerNext({ for: 'get', status: 200, body: { ...body, usage: { total_tokens: 66_836 } } });
    const { chat, store } = chatUnderTest(under.client);

    await chat.send('Hello');

    const [turn] = chat.turns();
    assert.equal(turn?.status, 'done');
    assert.equal(textOf(turn), 'Chapter one. Still chapter one. Chapter two. The end.');
    assert.equal(turn.usage?.total, 65_636 + 66_836);
    assert.equal(textOf((await store.load(chat.chatId))?.turns[0]), textOf(turn));
  });

  it('keeps the first hop when the window goes away in the second', async () => {
    under.server.answerNext({ sse: hop1 });
    under.server.answerNext({ sse: hop2, cutAfterEvents: 2, cutBy: 'stall' });
    const before = chatsUnderTest(under.client);
    void before.chats.current.send('Hello');
    const { chatId } = before.chats.current;
    const kinds = () => before.store.recordsOf(chatId).filter(({ kind }) => kind === 'accepted');
    while (kinds().length < 2) await setImmediate();
    before.chats.dispose();
    before.store.setUnfinished(chatId, true);
    const content = [{ type: 'text', text: 'Chapter two. The end.' }];
    const steps = [{ type: 'model_output', content }];
    const body = { id: 'v1_SampleHop0002', status: 'completed', steps, usage: { total_tokens: 66_836 } };
    under.server.answerNext({ for: 'get', status: 200, body });

    const after = chatsUnderTest(under.client, before.store);
    await after.chats.restore();
    const { current } = after.chats;
    while (current.turns()[0]?.status !== 'done') await setImmediate();

    assert.equal(textOf(current.turns()[0]), 'Chapter one. Still chapter one. Chapter two. The end.');
    // What the first hop took was known only to the window that is gone, and stands in the chat's file.
    assert.equal(current.turns()[0]?.usage?.total, 65_636 + 66_836);
  });

  it('stops between the hops', async () => {
    under.server.answerNext({ sse: hop1 });
    under.server.answerNext({ silence: 'beforeHeaders' });
    const { chat } = chatUnderTest(under.client);
    const sent = chat.send('Hello');
    while (under.server.requests.length < 2) await setImmediate();

    chat.stop();

    await sent;
    assert.equal(chat.turns()[0]?.status, 'stopped');
    assert.equal(await under.server.requests[1]?.ended, 'closedByClient');
  });
});

describe('a hostile stream', () => {
  const under = serverUnderTest();

  it('of very many tiny events is taken in whole', async function () {
    this.timeout(30_000);
    const pieces = budget(50_000, 12_000);
    const piece = 'data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":"x"}}\n\n';
    const end = 'data: {"event_type":"interaction.completed","interaction":{"id":"","status":"completed"}}\n\n';
    under.server.answerNext({ sse: piece.repeat(pieces) + end });
    const { chat } = chatUnderTest(under.client);

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.equal(textOf(chat.turns()[0]).length, pieces);
  });

  it('of one huge event is refused, and what came before it is kept', async function () {
    this.timeout(20_000);
    const before = 'data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":"before"}}\n\n';
    under.server.answerNext({ sse: `${before}data: {"x":"${'y'.repeat(33 * 1024 * 1024)}"}\n\n` });
    const { chat } = chatUnderTest(under.client);

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.failure?.reason, 'oversizedEvent');
    assert.equal(textOf(chat.turns()[0]), 'before');
  });
});

describe('the usual limits', () => {
  it('run out before the hidden ones of the network layer, which are five minutes', () => {
    for (const ms of Object.values(usualLimits)) assert.ok(ms < 300_000);
  });
});
