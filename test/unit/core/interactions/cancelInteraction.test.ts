import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { cancelInteraction } from '../../../../src/core/interactions/cancelInteraction';
import type { Interaction } from '../../../../src/core/interactions/events';
import { hurriedClock } from '../../fakes/manualClock';
import { interactionOf, silence } from './pollUnderTest';

type Answer = Interaction | Failure | 'silence';
const running = interactionOf('in_progress');
const cancelled = interactionOf('cancelled');

/** Cancels at a service that gives these answers one after another, the last of each for ever. */
async function cancelling(cancels: readonly Answer[], gets: readonly Answer[], stopAfter = Infinity) {
  const clock = hurriedClock();
  const stop = new AbortController();
  const calls: string[] = [];
  const answer = async (what: string, id: string, answers: readonly Answer[], signal: AbortSignal) => {
    const given = answers[Math.min(calls.filter((call) => call === `${what} ${id}`).length, answers.length - 1)];
    if (calls.push(`${what} ${id}`) >= stopAfter) stop.abort();
    if (given === 'silence') await silence(signal);
    if (given === undefined || given === 'silence') throw signal.reason;
    if (given instanceof Failure) throw given;
    return given;
  };
  const service = {
    cancel: (id: string, signal: AbortSignal) => answer('cancel', id, cancels, signal),
    get: (id: string, signal: AbortSignal) => answer('get', id, gets, signal),
  };
  const isConfirmed = await cancelInteraction(service, clock, 'v1_a', stop.signal);
  return { isConfirmed, calls: calls.map((call) => call.replace(' v1_a', '')), waits: clock.asked };
}

describe('stopping an interaction at the service', () => {
  it('is confirmed by the status that the cancel itself gives, if that is an end', async () => {
    assert.deepEqual(await cancelling([cancelled], [running]), { isConfirmed: true, calls: ['cancel'], waits: [] });
  });

  it('is confirmed by a poll, where the cancel was only accepted or failed', async () => {
    for (const accepted of [running, new Failure('notFound', { status: 404 })]) {
      const { isConfirmed, calls, waits } = await cancelling([accepted], [running, interactionOf('completed')]);

      assert.deepEqual([isConfirmed, calls], [true, ['cancel', 'get', 'cancel', 'get']]);
      assert.deepEqual(waits, [250]);
    }
  });

  it('is confirmed where the service no longer has the interaction', async () => {
    const gone = new Failure('notFound');

    assert.deepEqual((await cancelling([gone], [gone])).isConfirmed, true);
  });

  it('is tried for about 80 seconds with growing waits, and then is not confirmed', async () => {
    for (const found of [running, new Failure('offline')]) {
      const { isConfirmed, calls, waits } = await cancelling([running], [found]);

      assert.equal(isConfirmed, false);
      assert.deepEqual(waits, [250, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000]);
      assert.equal(calls.length, 16);
    }
  });

  it('is confirmed by the last try, too', async () => {
    assert.equal((await cancelling([running], [...Array<Answer>(7).fill(running), cancelled])).isConfirmed, true);
  });

  it('ends at once when it is no longer wanted', async () => {
    const { isConfirmed, calls, waits } = await cancelling([running], [running], 2);

    assert.deepEqual([isConfirmed, calls, waits], [false, ['cancel', 'get'], []]);
  });
});
