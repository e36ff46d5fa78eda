import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { withinLimits } from '../../../../src/core/interactions/limits';
import { ManualClock } from '../../fakes/manualClock';

const limits = { headersMs: 60, firstEventMs: 90, idleMs: 60 };
const text = (piece: string): InteractionEvent => ({
  type: 'stepGrew',
  index: 0,
  delta: { type: 'text', text: piece, wire: {} },
});

/** A stream whose events a test hands out one by one. */
function handFed() {
  let give: (event: InteractionEvent | undefined) => void = () => {};
  let opened: AbortSignal | undefined;
  const queue: Promise<InteractionEvent | undefined>[] = [];
  const next = () => {
    queue.push(
      new Promise((resolve) => {
        give = resolve;
      }),
    );
  };
  next();
  return {
    give: async (event: InteractionEvent | undefined) => {
      const feed = give;
      next();
      feed(event);
      await setImmediate();
    },
    get signal() {
      return opened;
    },
    open: async function* (signal: AbortSignal): AsyncIterable<InteractionEvent> {
      opened = signal;
      for (let index = 0; ; index += 1) {
        const event = await Promise.race([
          queue[index],
          new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined))),
        ]);
        if (!event) return;
        yield event;
      }
    },
  };
}

describe('the limits of a stream', () => {
  let clock: ManualClock;
  let stop: AbortController;
  let seen: InteractionEvent[];
  beforeEach(() => {
    clock = new ManualClock();
    stop = new AbortController();
    seen = [];
  });

  async function read(stream: ReturnType<typeof handFed>): Promise<string> {
    try {
      for await (const event of withinLimits(stream.open, limits, clock, stop.signal)) seen.push(event);
      return 'ended';
    } catch (error) {
      assert.ok(error instanceof Failure);
      return error.reason;
    }
  }
  const pass = async (ms: number) => {
    clock.advance(ms);
    await setImmediate();
  };

  it('end a service that never answers, and close its connection', async () => {
    const stream = handFed();
    const result = read(stream);
    await setImmediate();
    await pass(60);
    assert.equal(await result, 'timedOut');
    assert.equal(stream.signal?.aborted, true);
  });

  it('give the first event longer, since models think', async () => {
    const stream = handFed();
    const result = read(stream);
    await stream.give({ type: 'connected' });
    await pass(89);
    await stream.give(text('late'));
    await pass(59);
    await stream.give(undefined);
    assert.equal(await result, 'ended');
    assert.equal(seen.length, 2);
  });

  it('end a stream that falls silent in the middle, and keep what came', async () => {
    const stream = handFed();
    const result = read(stream);
    await stream.give({ type: 'connected' });
    await stream.give(text('half'));
    await pass(60);
    assert.equal(await result, 'timedOut');
    assert.equal(seen.length, 2);
  });

  it('leave a slow stream alone as long as it says something', async () => {
    const stream = handFed();
    const result = read(stream);
    await stream.give({ type: 'connected' });
    for (let index = 0; index < 50; index += 1) {
      await pass(54);
      await stream.give(text('x'));
    }
    await stream.give(undefined);
    assert.equal(await result, 'ended');
    assert.equal(seen.length, 51);
  });

  it('tell a sleep from a silence, and give the stream a moment to come back', async () => {
    const stream = handFed();
    const result = read(stream);
    await stream.give({ type: 'connected' });
    await stream.give(text('before'));
    await pass(60 + 3_600_000);
    await stream.give(text('after'));
    await pass(60);
    assert.equal(await result, 'timedOut');
    assert.equal(seen.length, 3);
  });

  it('say that the machine slept when the stream does not come back', async () => {
    const stream = handFed();
    const result = read(stream);
    await stream.give({ type: 'connected' });
    await stream.give(text('before'));
    await pass(60 + 3_600_000);
    await pass(5_000);
    assert.equal(await result, 'slept');
  });

  it('take no notice of a clock that is set forward or back', async () => {
    for (const jump of [86_400_000, -86_400_000]) {
      const stream = handFed();
      const result = read(stream);
      await stream.give({ type: 'connected' });
      clock.setWall(jump);
      await pass(50);
      await stream.give(text('x'));
      await stream.give(undefined);
      assert.equal(await result, 'ended');
    }
  });

  it('end without a failure when stopped', async () => {
    const stream = handFed();
    const result = read(stream);
    await stream.give({ type: 'connected' });
    stop.abort();
    assert.equal(await result, 'ended');
  });
});
