import assert from 'node:assert/strict';
import { type WatchdogTimes, WebviewWatchdog } from '../../../src/host/panel/webviewWatchdog';
import { ManualClock } from '../fakes/manualClock';

/** A page that can be asked, and a watch over it. */
class Watched {
  readonly clock = new ManualClock();
  asked = 0;
  readonly revived: number[] = [];
  isAlive = true;
  readonly watch: WebviewWatchdog;

  constructor(times?: Partial<WatchdogTimes>) {
    this.watch = new WebviewWatchdog({
      clock: this.clock,
      times,
      ping: () => {
        this.asked += 1;
        if (this.isAlive) this.watch.heard();
      },
      recover: (times) => this.revived.push(times),
    });
  }

  /** Lets time pass as it does on a machine that is awake. */
  async pass(ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 500) {
      this.clock.advance(500);
      await settled();
    }
  }

  /** The machine sleeps: when it wakes, all timers are late at once. */
  async sleep(ms: number): Promise<void> {
    this.clock.advance(ms);
    await settled();
  }
}

/** What was set off has run. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('WebviewWatchdog', () => {
  it('leaves a page alone that answers', async () => {
    const page = new Watched();
    page.watch.start();

    await page.pass(300_000);

    assert.deepEqual(page.revived, []);
    assert.ok(page.asked >= 9 && page.asked <= 10, `asked ${page.asked} times`);
  });

  it('makes a page again that does not answer', async () => {
    const page = new Watched();
    page.watch.start();
    page.isAlive = false;

    await page.pass(39_000);
    assert.deepEqual(page.revived, []);
    await page.pass(2_000);

    assert.deepEqual(page.revived, [1]);
  });

  it('waits as it is told to', async () => {
    const page = new Watched({ idlePingMs: 1_000, replyTimeoutMs: 2_000 });
    page.watch.start();
    page.isAlive = false;

    await page.pass(2_500);
    assert.deepEqual(page.revived, []);
    await page.pass(1_000);

    assert.deepEqual(page.revived, [1]);
  });

  it('asks sooner when the page is told something, but not a page that was just heard', async () => {
    const page = new Watched();
    page.watch.start();
    await page.pass(4_000);
    page.watch.sent();
    await settled();
    assert.equal(page.asked, 0);

    await page.pass(2_000);
    page.isAlive = false;
    page.watch.sent();
    await settled();
    assert.equal(page.asked, 1);
    await page.pass(11_000);

    assert.deepEqual(page.revived, [1]);
  });

  it('takes anything the page says for an answer', async () => {
    const page = new Watched();
    page.watch.start();
    page.isAlive = false;
    await page.pass(35_000);

    page.watch.heard();
    await page.pass(20_000);

    assert.deepEqual(page.revived, []);
  });

  it('makes a page again once in a minute at most, and counts', async () => {
    const page = new Watched();
    page.watch.start();
    page.isAlive = false;

    await page.pass(41_000);
    await page.pass(58_000);
    assert.deepEqual(page.revived, [1]);
    await page.pass(30_000);
    assert.deepEqual(page.revived, [1, 2]);

    page.watch.heard();
    await page.pass(120_000);
    assert.deepEqual(page.revived.slice(0, 3), [1, 2, 1]);
  });

  it('does not take a machine that slept for a dead page, whenever it fell asleep', async () => {
    for (const awake of [10_000, 30_000, 31_000, 39_500]) {
      const page = new Watched();
      page.watch.start();
      await page.pass(awake - 10_000);
      page.isAlive = false;
      await page.pass(10_000);

      await page.sleep(8 * 3_600_000);
      page.isAlive = true;
      await page.pass(60_000);

      assert.deepEqual(page.revived, [], `${awake}`);
    }
  });

  it('has nothing waiting while the page is out of sight', async () => {
    const page = new Watched();
    page.watch.start();
    page.isAlive = false;
    await page.pass(35_000);

    page.watch.stop();
    await settled();

    assert.equal(page.clock.isWaiting(0, 1_000_000), false);
    await page.pass(120_000);
    assert.deepEqual(page.revived, []);
    page.isAlive = true;
    page.watch.start();
    await page.pass(31_000);
    assert.deepEqual(page.revived, []);
  });
});
