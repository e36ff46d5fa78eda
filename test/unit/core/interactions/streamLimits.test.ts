import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { withinLimits } from '../../../../src/core/interactions/limits';
import { ManualClock } from '../../fakes/manualClock';
import { unhandledDuring } from '../../fakes/unhandledRejections';
import { silence } from './pollUnderTest';

const limits = { headersMs: 60_000, firstEventMs: 90_000, idleMs: 60_000 };
const connected: InteractionEvent = { type: 'connected' };
const stopped: InteractionEvent = { type: 'stepStopped', index: 0 };

/** Reads a stream of these events that stays open until it is closed, and then may bring one more. */
function reading(events: readonly InteractionEvent[], { last, stop = new AbortController() }: ReadOptions = {}) {
  const clock = new ManualClock();
  const seen: InteractionEvent[] = [];
  let own: AbortSignal | undefined;
  const open = async function* (signal: AbortSignal): AsyncIterable<InteractionEvent> {
    own = signal;
    yield* events;
    if (!signal.aborted) await silence(signal);
    if (last) yield last;
  };
  const read = async () => {
    for await (const event of withinLimits(open, limits, clock, stop.signal)) seen.push(event);
    return 'ended';
  };
  const end = read().catch((error: unknown) => (error instanceof Failure ? error.reason : String(error)));
  /** Waits until all that has come is read, and lets time pass. */
  const pass = async (ms: number, sleptMs = 0) => {
    while (seen.length < events.length) await setImmediate();
    await setImmediate();
    clock.setWall(sleptMs);
    clock.advance(ms);
    await setImmediate();
  };
  return { clock, seen, stop, end, pass, signal: () => own };
}

interface ReadOptions {
  readonly last?: InteractionEvent;
  readonly stop?: AbortController;
}

describe('the limit of a silence', () => {
  it('is that of the first event after the headers, and the usual one after an event', async () => {
    for (const [events, ms] of [
      [[], 60_000],
      [[connected], 90_000],
      [[connected, stopped], 60_000],
      [[connected, stopped, connected], 90_000],
    ] as const) {
      const { clock, pass, end } = reading(events);
      await pass(ms - 1);
      assert.ok(clock.isWaiting(1, 1), `${ms}`);
      await pass(1);
      assert.equal(await end, 'timedOut');
    }
  });

  it('was a sleep where the timer comes more than half a minute late', async () => {
    const late = reading([connected, stopped]);
    await late.pass(60_000 + 30_000);
    assert.equal(await late.end, 'timedOut');

    const slept = reading([connected, stopped]);
    await slept.pass(60_000 + 30_001);
    assert.ok(slept.clock.isWaiting(5_000, 5_000));
    await slept.pass(5_000);
    assert.equal(await slept.end, 'slept');
  });

  it('was a sleep also where only the clock on the wall has gone on, and then has no grace', async () => {
    const awake = reading([connected, stopped]);
    await awake.pass(60_000, 30_000);
    assert.equal(await awake.end, 'timedOut');

    const slept = reading([connected, stopped]);
    await slept.pass(60_000, 30_001);
    assert.equal(await slept.end, 'slept');
  });
});

describe('a stream that was silent for too long', () => {
  it('may fail as it is closed, which is no news to anybody', async () => {
    const clock = new ManualClock();
    const open = async function* (signal: AbortSignal): AsyncIterable<InteractionEvent> {
      yield connected;
      await silence(signal);
      throw new Failure('connectionLost');
    };
    const read = async () => {
      for await (const event of withinLimits(open, limits, clock, new AbortController().signal)) {
        assert.equal(event, connected);
        void setImmediate().then(() => clock.advance(90_000));
      }
    };
    const timedOut = (error: unknown) => error instanceof Failure && error.reason === 'timedOut';
    assert.deepEqual(await unhandledDuring(() => assert.rejects(read(), timedOut)), []);
  });
});

describe('the signals of a stream', () => {
  it('gather nothing, however many events come', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    let own = signal;
    const open = async function* (opened: AbortSignal): AsyncIterable<InteractionEvent> {
      own = opened;
      yield* [connected, ...Array<InteractionEvent>(20).fill(stopped)];
    };
    let seen = 0;
    for await (const _event of withinLimits(open, limits, clock, signal)) {
      seen += 1;
      assert.deepEqual([getEventListeners(own, 'abort').length, getEventListeners(signal, 'abort').length], [0, 1]);
    }
    assert.equal(seen, 21);
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });
});

describe('a stream that is closed from outside', () => {
  it('ends by itself, with what it still brings', async () => {
    const { stop, end, seen, pass } = reading([connected], { last: stopped });
    await pass(0);
    const reason = new Error('enough');
    stop.abort(reason);

    assert.equal(await end, 'ended');
    assert.deepEqual(seen, [connected, stopped]);
  });

  it('is opened with the reason where that was said before', async () => {
    const stop = new AbortController();
    const reason = new Error('enough');
    stop.abort(reason);
    const { end, signal } = reading([], { stop });

    assert.equal(await end, 'ended');
    assert.equal(signal()?.reason, reason);
  });

  it('is closed once nobody reads on', async () => {
    const clock = new ManualClock();
    const stop = new AbortController();
    let own: AbortSignal | undefined;
    const open = async function* (signal: AbortSignal): AsyncIterable<InteractionEvent> {
      own = signal;
      yield connected;
      await silence(signal);
    };
    for await (const event of withinLimits(open, limits, clock, stop.signal)) if (event === connected) break;

    assert.equal(own?.aborted, true);
    assert.ok(!clock.isWaiting(0, 100_000));
  });
});
