import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { runTurn, type TurnRequest } from '../../../../src/core/chat/runTurn';
import { Answer } from '../../../../src/core/conversation/answer';
import type { Interactions } from '../../../../src/core/interactions/port';
import { readStep } from '../../../../src/core/interactions/steps';
import { MemoryChatRecords } from '../../fakes/memoryChatRecords';
import { partsUnderTest } from './chatUnderTest';
import { created, interaction, output, ScriptedService, wrote } from './scriptedService';

const request = { model: 'm', input: [], store: true } as const;
const background = { ...request, background: true };
const busy = new Failure('serviceBusy', { status: 503 });
const expired = new Failure('attachmentRefused', { status: 403, code: 'expired' });
const broken = [created('v1_x'), wrote('So'), new Failure('connectionLost')];

/** Runs a turn to its end, and tells what was said on the way. */
async function run(interactions: Interactions, turn: Partial<TurnRequest> = {}, stop = new AbortController()) {
  const told: string[] = [];
  const answer = new Answer();
  const say = (word: string) => void told.push(word);
  const parts = partsUnderTest(interactions, new MemoryChatRecords(), []);
  const outcome = await runTurn(parts, { request, rebuilt: undefined, ...turn }, answer, stop.signal, {
    onAsked: ({ background: isBehind }) => say(isBehind ? 'asked behind' : 'asked'),
    onEvent: () => {},
    onWait: (wait) => say(wait ? `wait ${wait.reason} until ${wait.endsAt}` : 'waited'),
    onReplaced: () => say('replaced'),
    onResuming: (isResuming) => say(isResuming ? 'resuming' : 'resumed'),
    onRebuilt: () => say('rebuilt'),
    onForeground: () => say('foreground'),
  });
  return { outcome, told, answer };
}

const done = { status: 'done', endedAs: undefined };

describe('a turn that is refused for now', () => {
  it('is asked again after a wait, three times in all, and then fails with the last word', async () => {
    const last = new Failure('serviceBusy', { status: 500, code: 'internal' });
    const { outcome, told } = await run(new ScriptedService([busy], [busy], [last]));
    assert.deepEqual(outcome, { status: 'failed', failure: { reason: 'serviceBusy', status: 500, code: 'internal' } });
    assert.deepEqual(told, [
      'asked',
      ...['wait serviceBusy until 1000', 'waited', 'asked'],
      ...['wait serviceBusy until 4000', 'waited', 'asked'],
    ]);
  });

  it('waits for as long as the service says, and before its first try where the caller says so', async () => {
    const limited = new Failure('rateLimited', { status: 429, retryAfterMs: 10_000 });
    const firstWait = { reason: 'rateLimited', ms: 500 } as const;
    const { outcome, told } = await run(new ScriptedService([limited]), { firstWait });
    assert.deepEqual(outcome, done);
    assert.deepEqual(told, [
      ...['wait rateLimited until 500', 'waited', 'asked'],
      ...['wait rateLimited until 11500', 'waited', 'asked'],
    ]);
  });

  it('is not asked at all where it was stopped before', async () => {
    const stop = new AbortController();
    stop.abort();
    assert.deepEqual(await run(new ScriptedService(), {}, stop).then(({ outcome, told }) => [outcome, told]), [
      { status: 'stopped' },
      [],
    ]);
  });

  it('is not asked again once something of its answer came', async () => {
    const service = new ScriptedService([created('v1_x'), busy]);
    const { outcome } = await run(service);
    assert.deepEqual(outcome, { status: 'failed', failure: { reason: 'serviceBusy', status: 503 } });
    assert.equal(service.asked.length, 1);
  });
});

describe('a turn that is refused in one form', () => {
  it('is asked in the foreground, which is told once it is answered', async () => {
    const service = new ScriptedService([new Failure('backgroundRefused', { status: 400 })]);
    const { outcome, told } = await run(service, { request: background });
    assert.deepEqual([outcome, told], [done, ['asked behind', 'asked', 'foreground']]);
  });

  it('is asked with the whole chat, which is told at once', async () => {
    const gone = new Failure('historyExpired', { status: 404 });
    const rebuilt = { ...request, history: [{ type: 'user_input' }] };
    const service = new ScriptedService([gone], [gone]);
    const { outcome, told } = await run(service, { request: { ...request, previousInteractionId: 'v1_a' }, rebuilt });
    assert.equal(outcome.status, 'failed');
    assert.deepEqual([told, service.asked[1]], [['asked', 'rebuilt', 'asked'], rebuilt]);
  });
});

describe('a turn whose files are gone', () => {
  const fresh = { ...request, model: 'fresh' };

  it('is asked with renewed files, once', async () => {
    const service = new ScriptedService([expired], [expired]);
    const asked: unknown[] = [];
    const renew = (before: unknown) => Promise.resolve(asked.push(before) ? fresh : undefined);
    const { outcome } = await run(service, { renew });
    assert.deepEqual(outcome, {
      status: 'failed',
      failure: { reason: 'attachmentRefused', status: 403, code: 'expired' },
    });
    assert.deepEqual([service.asked, asked], [[request, fresh], [request]]);
  });

  it('fails where they cannot be renewed, or where the refusal is about something else', async () => {
    const lost = new ScriptedService([expired]);
    assert.equal((await run(lost, { renew: () => Promise.resolve(undefined) })).outcome.status, 'failed');
    const none = () => assert.fail('nothing is renewed');
    for (const failure of [
      new Failure('attachmentRefused', { status: 400, code: 'too_large' }),
      new Failure('notFound', { status: 404, code: 'expired' }),
    ]) {
      assert.equal((await run(new ScriptedService([failure]), { renew: none })).outcome.status, 'failed');
    }
    assert.equal(lost.asked.length, 1);
  });

  it('is not asked once more where it was stopped meanwhile', async () => {
    const stop = new AbortController();
    const service = new ScriptedService([expired]);
    const renew = () => {
      stop.abort();
      return Promise.resolve(fresh);
    };
    assert.deepEqual((await run(service, { renew }, stop)).outcome, { status: 'stopped' });
    assert.equal(service.asked.length, 1);
  });
});

describe('a turn that broke off', () => {
  const service = (reason: 'connectionLost' | 'oversizedEvent' = 'connectionLost') => {
    const scripted = new ScriptedService([...broken.slice(0, 2), new Failure(reason)]);
    scripted.found = interaction('v1_x', 'completed', { steps: [readStep(output('So it is'))] });
    return scripted;
  };

  it('is looked for at the service where that may have more of it', async () => {
    for (const [asked, reason] of [
      [request, 'connectionLost'],
      [background, 'connectionLost'],
      [background, 'oversizedEvent'],
    ] as const) {
      const { outcome, told } = await run(service(reason), { request: asked });
      assert.deepEqual([outcome, told.slice(1)], [done, ['resuming', 'replaced', 'resumed']]);
    }
  });

  it('is not looked for where nothing is stored, nothing has an id, or the fault is not that of the stream', async () => {
    const failed = async (asked: TurnRequest['request'], from: ScriptedService) => {
      const { outcome, told } = await run(from, { request: asked });
      assert.deepEqual([outcome.status, told.length], ['failed', 1]);
    };
    await failed({ ...request, store: false }, service());
    await failed(request, service('oversizedEvent'));
    await failed(background, new ScriptedService([new Failure('connectionLost')]));
  });

  it('fails as it broke off where the service does not have it', async () => {
    const { outcome } = await run(new ScriptedService(broken));
    assert.deepEqual(outcome, { status: 'failed', failure: { reason: 'connectionLost' } });
  });

  it('is no outcome but a fault where what was thrown is none of the failures', async () => {
    await assert.rejects(run(new ScriptedService([new TypeError('fault')])), TypeError);
  });
});
