import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { usualLimits } from '../../../../src/core/interactions/limits';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest, textOf } from './chatUnderTest';

const hop1 = readFileSync('test/fixtures/sse/09a-continuation-hop1.sse', 'utf8');
const hop2 = readFileSync('test/fixtures/sse/09b-continuation-hop2.sse', 'utf8');
const gone = { for: 'get', status: 404, body: { error: { code: 'not_found', message: '' } } } as const;

describe('an answer in several hops', () => {
  const under = serverUnderTest();

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
    const piece = 'data: {"event_type":"step.delta","index":0,"delta":{"type":"text","text":"x"}}\n\n';
    const end = 'data: {"event_type":"interaction.completed","interaction":{"id":"","status":"completed"}}\n\n';
    under.server.answerNext({ sse: piece.repeat(50_000) + end });
    const { chat } = chatUnderTest(under.client);

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.equal(textOf(chat.turns()[0]).length, 50_000);
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
