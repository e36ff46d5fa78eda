import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { answerWithin } from '../../../../src/core/interactions/deadline';
import { ManualClock } from '../../fakes/manualClock';
import { unhandledDuring } from '../../fakes/unhandledRejections';
import { silence } from './pollUnderTest';

/** A call that is open until its signal aborts, and then fails with the reason. */
function openCall(stop = new AbortController()) {
  const clock = new ManualClock();
  let own: AbortSignal | undefined;
  const result = answerWithin(100, clock, stop.signal, async (signal) => {
    own = signal;
    if (!signal.aborted) await silence(signal);
    throw signal.reason;
  });
  return { clock, result, isAborted: () => own?.aborted, reason: (): unknown => own?.reason };
}

describe('a call with a limit', () => {
  it('gives its answer, or fails as it fails, and then waits for nothing', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();

    assert.equal(await answerWithin(100, clock, signal, async () => 'answer'), 'answer');
    await assert.rejects(
      answerWithin(100, clock, signal, () => Promise.reject(new RangeError('no'))),
      RangeError,
    );
    assert.ok(!clock.isWaiting(0, 100));
  });

  it('leaves nothing at its signal, which may live as long as the window', async () => {
    const clock = new ManualClock();
    const { signal } = new AbortController();
    await answerWithin(100, clock, signal, async () => 'answer');
    await answerWithin(100, clock, signal, () => Promise.reject(new RangeError('no'))).catch(() => undefined);
    assert.deepEqual(getEventListeners(signal, 'abort'), []);
  });

  it('is late after its limit, and is aborted then', async () => {
    const { clock, result, isAborted } = openCall();
    clock.advance(99);
    assert.equal(isAborted(), false);

    clock.advance(1);

    assert.equal(await result, 'late');
    assert.equal(isAborted(), true);
  });

  it('that is late may fail then, which is no news to anybody', async () => {
    const { clock, result } = openCall();
    const late = async () => {
      clock.advance(100);
      assert.equal(await result, 'late');
    };
    assert.deepEqual(await unhandledDuring(late), []);
  });

  it('is aborted for the reason of its signal, also where that was aborted before', async () => {
    const reason = new Error('enough');
    const stop = new AbortController();
    const before = openCall(stop);
    stop.abort(reason);
    const after = openCall(stop);

    await Promise.allSettled([before.result, after.result]);
    assert.deepEqual([before.reason(), after.reason()], [reason, reason]);
  });
});
