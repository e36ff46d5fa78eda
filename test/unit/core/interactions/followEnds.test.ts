import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { type FollowOptions, followInteraction } from '../../../../src/core/interactions/followInteraction';
import { ManualClock } from '../../fakes/manualClock';
import { interactionOf } from './pollUnderTest';

const limits = { headersMs: 15_000, firstEventMs: 15_000, idleMs: 15_000 };
const stopped: InteractionEvent = { type: 'stepStopped', index: 0 };

/** Follows an interaction that runs, with streams that bring two events and break off with this. */
function following(broken: Error | undefined, options: Partial<FollowOptions> = {}) {
  const clock = new ManualClock();
  const stop = new AbortController();
  const after: (string | undefined)[] = [];
  let listeners = 0;
  const interactions = {
    get: async () => interactionOf('in_progress'),
    follow: async function* (_id: string, lastEventId: string | undefined): AsyncIterable<InteractionEvent> {
      after.push(lastEventId);
      yield* [stopped, stopped];
      if (broken) throw broken;
    },
  };
  const onWake = () => {
    listeners += 1;
    const dispose = () => {
      listeners -= 1;
    };
    return { dispose };
  };
  const usual: FollowOptions = { isOver: () => false, openStream: () => undefined, limits, isPatient: true };
  const end = followInteraction({ interactions, clock, onWake }, 'v1_a', { ...usual, ...options }, stop.signal);
  return { clock, stop, end, after, listeners: () => listeners };
}

describe('the end of following an interaction', () => {
  it('listens for no wake-up any more', async () => {
    const { clock, stop, end, listeners } = following(undefined);
    while (!clock.isWaiting(10_000, 10_000)) await setImmediate();
    assert.equal(listeners(), 1);

    stop.abort();

    assert.equal(await end, 'stopped');
    assert.equal(listeners(), 0);
    assert.ok(!clock.isWaiting(0, 60_000));
  });

  it('leaves nothing at its signal, and gathers nothing there while it waits', async () => {
    const { clock, stop, end } = following(undefined, { longestWaitMs: 10_000 });
    for (let poll = 0; poll < 12; poll += 1) {
      while (!clock.isWaiting(10_000, 10_000)) await setImmediate();
      assert.equal(getEventListeners(stop.signal, 'abort').length, 1);
      clock.advance(10_000);
    }
    stop.abort();

    assert.equal(await end, 'stopped');
    assert.deepEqual(getEventListeners(stop.signal, 'abort'), []);
  });

  it('comes at once where what is taken of a stream fails in a way that nobody foresaw', async () => {
    const bug = new TypeError('a bug');
    const take = () => {
      throw bug;
    };
    const { end, listeners } = following(undefined, { openStream: () => ({ lastEventId: 'e7', take }) });

    await assert.rejects(end, bug);
    assert.equal(listeners(), 0);
  });

  it('does not come because a stream breaks off, which is opened behind what came', async () => {
    let taken = 0;
    const take = () => {
      taken += 1;
    };
    const openStream = () => ({ lastEventId: taken === 0 ? undefined : `e${taken}`, take });
    const { clock, stop, end, after } = following(new Failure('connectionLost'), { openStream });
    while (!clock.isWaiting(10_000, 10_000)) await setImmediate();
    clock.advance(10_000);
    while (!clock.isWaiting(15_000, 15_000)) await setImmediate();
    stop.abort();

    assert.equal(await end, 'stopped');
    assert.deepEqual([taken, after], [4, [undefined, 'e2']]);
  });

  it('takes nothing more of a stream once it is stopped, whatever that breaks', async () => {
    for (const failure of [undefined, new TypeError('closed')]) {
      let taken = 0;
      const take = () => {
        taken += 1;
        followed.stop.abort();
        if (failure) throw failure;
      };
      const followed = following(failure, { openStream: () => ({ lastEventId: undefined, take }) });

      assert.equal(await followed.end, 'stopped');
      assert.equal(taken, 1);
    }
  });
});
