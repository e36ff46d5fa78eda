import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Reachability } from '../../../../src/core/interactions/reachability';
import { ManualClock } from '../../fakes/manualClock';

function reachability() {
  const clock = new ManualClock();
  const probes: number[] = [];
  const changes: boolean[] = [];
  let isBack = false;
  const reach: Reachability = new Reachability({
    clock,
    probe: () => {
      probes.push(clock.now());
      reach.tell(isBack);
      return isBack ? Promise.resolve() : Promise.reject(new Error('offline'));
    },
  });
  reach.onDidChange(() => changes.push(reach.isOffline));
  const pass = async (ms: number) => {
    for (let at = 0; at < ms; at += 1_000) {
      clock.advance(1_000);
      await setImmediate();
    }
  };
  return { reach, probes, changes, pass, comeBack: () => (isBack = true) };
}

describe('whether the service can be reached', () => {
  it('is asked for by nothing while calls go well', async () => {
    const { reach, probes, changes, pass } = reachability();
    reach.tell(true);
    await pass(120_000);
    assert.deepEqual([reach.isOffline, probes, changes], [false, [], []]);
  });

  it('is looked for with growing pauses after a call that did not get there, until it is back', async () => {
    const { reach, probes, changes, pass, comeBack } = reachability();
    reach.tell(false);
    reach.tell(false);
    await pass(160_000);
    assert.deepEqual(probes, [5_000, 15_000, 35_000, 75_000, 135_000]);
    assert.deepEqual(changes, [true]);

    comeBack();
    await pass(60_000);
    assert.deepEqual(probes.slice(5), [195_000]);
    await pass(120_000);
    assert.equal(probes.length, 6);
    assert.deepEqual(changes, [true, false]);
  });

  it('is known at once from any other call that gets there, and nothing is looked for after that', async () => {
    const { reach, probes, changes, pass } = reachability();
    reach.tell(false);
    reach.tell(true);
    await pass(120_000);
    assert.deepEqual([probes, changes], [[], [true, false]]);
  });

  it('is looked for by nothing once the window closes', async () => {
    const { reach, probes, pass } = reachability();
    reach.tell(false);
    reach.dispose();
    await pass(120_000);
    assert.deepEqual(probes, []);
  });

  it('tells nobody once the window closes', () => {
    const { reach, changes } = reachability();
    reach.dispose();
    reach.tell(false);
    assert.deepEqual(changes, []);
  });
});
