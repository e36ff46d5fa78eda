import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Heartbeat } from '../../../../src/core/research/heartbeat';
import { ManualClock } from '../../fakes/manualClock';

const beatMs = 5_000;

function heart() {
  const clock = new ManualClock();
  const seen = { beats: 0, sleeps: 0, isNeeded: false };
  const heartbeat = new Heartbeat({
    clock,
    isNeeded: () => seen.isNeeded,
    beat: async () => {
      seen.beats += 1;
    },
    onSleep: () => {
      seen.sleeps += 1;
    },
  });
  const pass = async (ms: number) => {
    clock.advance(ms);
    await setImmediate();
  };
  return { clock, seen, heartbeat, pass };
}

describe('the heartbeat of research', () => {
  it('beats while there is something to look after, once for all who start it', async () => {
    const { seen, heartbeat, pass } = heart();
    heartbeat.start();
    await pass(beatMs);
    assert.equal(seen.beats, 0);

    seen.isNeeded = true;
    heartbeat.start();
    heartbeat.start();
    await pass(beatMs - 1);
    assert.equal(seen.beats, 0);
    await pass(1);
    await pass(beatMs);
    assert.equal(seen.beats, 2);

    seen.isNeeded = false;
    await pass(beatMs);
    await pass(beatMs);
    assert.equal(seen.beats, 3);
  });

  it('begins again for what comes after a rest', async () => {
    const { seen, heartbeat, pass } = heart();
    for (const beats of [1, 2]) {
      seen.isNeeded = true;
      heartbeat.start();
      seen.isNeeded = false;
      await pass(beatMs);
      await pass(beatMs);
      assert.equal(seen.beats, beats);
    }
  });

  it('beats for those who watch, until the last one is gone', async () => {
    const { seen, heartbeat, pass } = heart();
    const [one, two] = [heartbeat.watch(), heartbeat.watch()];
    one.dispose();
    one.dispose();
    assert.equal(heartbeat.isWatched, true);
    await pass(beatMs);
    two.dispose();
    assert.equal(heartbeat.isWatched, false);
    await pass(beatMs);
    await pass(beatMs);
    assert.equal(seen.beats, 2);
  });

  it('says that the machine slept where a beat comes more than 30 seconds late', async () => {
    const { clock, seen, heartbeat, pass } = heart();
    heartbeat.watch();
    await pass(beatMs + 30_000);
    assert.equal(seen.sleeps, 0);
    clock.setWall(30_001);
    await pass(beatMs);
    assert.equal(seen.sleeps, 1);
    await pass(beatMs);
    assert.deepEqual([seen.sleeps, seen.beats], [1, 3]);
  });

  it('beats no more once it is disposed, not even the beat that is waited for', async () => {
    const { clock, seen, heartbeat, pass } = heart();
    heartbeat.watch();
    heartbeat.dispose();
    await pass(beatMs);
    heartbeat.watch();
    await pass(beatMs);
    assert.deepEqual([seen.beats, clock.asked.length], [0, 1]);
  });
});
