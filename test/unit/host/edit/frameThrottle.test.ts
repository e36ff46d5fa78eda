import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { FrameThrottle } from '../../../../src/host/edit/frameThrottle';
import { ManualClock } from '../../fakes/manualClock';

describe('the throttle of frames', () => {
  let clock: ManualClock;
  let drawn: string[];
  let throttle: FrameThrottle<string>;
  beforeEach(() => {
    clock = new ManualClock();
    drawn = [];
    throttle = new FrameThrottle((frame) => drawn.push(frame), clock, 230);
  });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await turn();
  };

  it('draws the first frame at once, then the latest one after each rest', async () => {
    for (const frame of ['a', 'b', 'c']) throttle.show(() => frame);
    assert.deepEqual(drawn, ['a']);

    await pass(250);
    assert.deepEqual(drawn, ['a', 'c']);

    throttle.show(() => 'd');
    await pass(250);
    assert.deepEqual(drawn, ['a', 'c', 'd']);
  });

  it('rests for as long as VS Code needs to mark the changes, and not much longer', () => {
    throttle.show(() => 'a');

    // Marks are made after 200 ms without a change; a person sees what comes later than a quarter of a second as late.
    assert.ok(clock.isWaiting(220, 250), String(clock.asked));
  });

  it('makes no frame that a later one overtakes', async () => {
    throttle.show(() => 'a');
    throttle.show(() => assert.fail('made'));
    throttle.show(() => 'c');
    await pass(250);

    assert.deepEqual(drawn, ['a', 'c']);
  });

  it('draws what waits when it ends, and nothing after that', async () => {
    throttle.show(() => 'a');
    throttle.show(() => 'b');
    throttle.end();
    assert.deepEqual(drawn, ['a', 'b']);

    throttle.show(() => 'c');
    await pass(1_000);
    assert.deepEqual(drawn, ['a', 'b']);
  });

  it('goes on after a pause', async () => {
    throttle.show(() => 'a');
    await pass(10_000);
    throttle.show(() => 'b');

    assert.deepEqual(drawn, ['a', 'b']);
  });
});
