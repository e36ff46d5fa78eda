import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { FailureReason } from '../../../../src/core/base/failure';
import { hurriedClock, ManualClock } from '../../fakes/manualClock';
import { serverUnderTest } from '../../gemini/serverUnderTest';
import { chatUnderTest } from './chatUnderTest';

const json = { 'content-type': 'application/json' };
const error = (code: string, message = 'No') => ({ error: { code, message } });
const perDay = {
  error: {
    code: 429,
    message: 'Quota exceeded',
    status: 'RESOURCE_EXHAUSTED',
    details: [{ '@type': 'QuotaFailure', violations: [{ quotaId: 'GenerateRequestsPerDayPerProject' }] }],
  },
};
const retryInfo = (seconds: number) => ({
  error: { code: 429, message: 'Slow down', status: 'RESOURCE_EXHAUSTED', details: [{ retryDelay: `${seconds}s` }] },
});

/** Each refusal before anything of the answer came: how often is asked in all, and what is said in the end. */
const refusals: readonly (readonly [string, number, unknown, number, FailureReason])[] = [
  ['500', 500, error('api_error'), 3, 'serviceBusy'],
  ['502 without a body', 502, '', 3, 'serviceBusy'],
  ['503', 503, error('service_unavailable'), 3, 'serviceBusy'],
  ['504 in a list', 504, [error('gateway_timeout')], 3, 'serviceBusy'],
  ['408', 408, error('request_timeout'), 3, 'serviceBusy'],
  ['409', 409, error('aborted'), 3, 'serviceBusy'],
  ['a short rate limit', 429, retryInfo(30), 3, 'rateLimited'],
  ['a rate limit without a time', 429, error('rate_limit_exceeded'), 3, 'rateLimited'],
  ['a long rate limit', 429, retryInfo(120), 1, 'rateLimited'],
  ['a wait of more than five minutes', 429, retryInfo(301), 1, 'quotaExceeded'],
  ['a daily quota', 429, perDay, 1, 'quotaExceeded'],
  ['an invalid key', 400, { error: { code: 400, details: [{ reason: 'API_KEY_INVALID' }] } }, 1, 'badKey'],
  ['a leaked key', 403, error('permission_denied', 'Your API key was reported as leaked.'), 1, 'leakedKey'],
  ['a blocked question', 400, error('content_blocked'), 1, 'contentBlocked'],
  // Once on each version of the API.
  ['a removed model', 404, error('model_not_found', 'The model is gone'), 2, 'modelUnavailable'],
  ['an old schema', 400, error('invalid_request', 'The legacy Interactions API schema is over'), 1, 'clientTooOld'],
];

describe('a refused question', () => {
  const under = serverUnderTest();

  for (const [name, status, body, requests, reason] of refusals) {
    it(`${name}: asked ${requests === 1 ? 'once' : `${requests} times`}, then says ${reason}`, async () => {
      for (let index = 0; index < requests; index += 1) under.server.answerNext({ status, body, headers: json });
      const { chat, failures } = chatUnderTest(under.client);

      await chat.send('Hello');

      assert.equal(under.server.requests.length, requests);
      assert.deepEqual(
        failures.map((failure) => failure.reason),
        [reason],
      );
      assert.equal(chat.turns()[0]?.prompt, 'Hello');
    });
  }

  it('gets one answer when the third try works', async () => {
    for (const _ of [1, 2]) under.server.answerNext({ status: 503, body: error('service_unavailable') });
    const clock = hurriedClock();
    const { chat } = chatUnderTest(under.client, { clock });

    await chat.send('Hello');

    assert.equal(chat.turns().length, 1);
    assert.equal(chat.turns()[0]?.status, 'done');
    assert.deepEqual(clock.asked, [1_000, 3_000]);
  });

  it('waits for as long as the service says, by its own clock', async () => {
    const date = 'Fri, 20 Nov 2026 10:00:00 GMT';
    const headers = { ...json, date, 'retry-after': 'Fri, 20 Nov 2026 10:00:30 GMT' };
    under.server.answerNext({ status: 429, body: error('rate_limit_exceeded'), headers });
    const clock = hurriedClock();
    const { chat } = chatUnderTest(under.client, { clock });

    await chat.send('Hello');

    assert.equal(chat.turns()[0]?.status, 'done');
    assert.equal(clock.asked[0], 33_000);
  });

  it('shows the wait, and Stop ends it at once', async () => {
    under.server.answerNext({ status: 429, body: retryInfo(30), headers: json });
    const clock = new ManualClock();
    const { chat } = chatUnderTest(under.client, { clock });
    const sent = chat.send('Hello');
    while (!clock.isWaiting(30_000, 36_000) || !chat.turns()[0]?.wait) await setImmediate();

    assert.equal(chat.turns()[0]?.wait?.reason, 'rateLimited');
    chat.stop();

    assert.equal(chat.turns()[0]?.status, 'stopped');
    assert.equal(chat.turns()[0]?.wait, undefined);
    await sent;
    assert.equal(under.server.requests.length, 1);
  });

  it('can be waited out by hand when the wait is long', async () => {
    under.server.answerNext({ status: 429, body: retryInfo(120), headers: json });
    const clock = hurriedClock();
    const { chat } = chatUnderTest(under.client, { clock });
    await chat.send('Hello');
    const [turn] = chat.turns();
    assert.equal(turn?.failure?.retryAfterMs, 120_000);

    await chat.retry(turn.id, { firstWait: { reason: 'rateLimited', ms: 45_000 } });

    assert.deepEqual(clock.asked, [45_000]);
    assert.equal(chat.turns()[0]?.status, 'done');
  });

  it('is never repeated once an event of the answer has come', async () => {
    const sse =
      'data: {"event_type":"interaction.created","interaction":{"id":"v1_x","status":"in_progress"}}\n\n' +
      'data: {"event_type":"error","error":{"code":"service_unavailable","message":"Busy"}}\n\n';
    under.server.answerNext({ sse });
    const { chat, failures } = chatUnderTest(under.client);

    await chat.send('Hello');

    assert.equal(under.server.requests.filter(({ method }) => method === 'POST').length, 1);
    assert.equal(failures[0]?.reason, 'serviceBusy');
  });

  it('keeps question and answer in place when the key is revoked, and needs no retyping', async () => {
    const { chat } = chatUnderTest(under.client);
    await chat.send('First');
    under.server.answerNext({ status: 403, body: error('permission_denied', 'reported as leaked') });
    await chat.send('Second');
    const failed = chat.turns()[1];
    assert.equal(failed?.failure?.reason, 'leakedKey');

    await chat.retry(failed.id);

    assert.deepEqual(
      chat.turns().map(({ prompt, status }) => [prompt, status]),
      [
        ['First', 'done'],
        ['Second', 'done'],
      ],
    );
  });
});
