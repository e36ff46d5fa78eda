import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import type { Interaction } from '../../../../src/core/interactions/events';
import type { Interactions } from '../../../../src/core/interactions/port';
import type { InteractionStatus } from '../../../../src/core/interactions/status';
import type { ResearchState } from '../../../../src/core/research/job';
import { ResearchJobs } from '../../../../src/core/research/researchJobs';
import { ManualClock } from '../../fakes/manualClock';
import { MemoryResearchStore } from '../../fakes/memoryResearchStore';

const interaction = (status: InteractionStatus): Interaction => ({
  id: 'v1_job',
  status,
  rawStatus: status,
  steps: [],
  errors: [],
});
const notFound = new Failure('notFound', { status: 404 });

/** A service whose answers to `get` and `cancel` a test sets, and one research on it. */
class Window {
  readonly errors: unknown[] = [];
  readonly jobs: ResearchJobs;
  found: Interaction | Error = interaction('in_progress');
  cancelled: Interaction | Error = interaction('in_progress');
  polls = 0;
  cancels = 0;

  constructor(
    readonly store = new MemoryResearchStore(),
    readonly clock = new ManualClock(),
  ) {
    const none = () => assert.fail('nothing but polls and cancels');
    const give = async (answer: Interaction | Error) => {
      if (answer instanceof Error) throw answer;
      return answer;
    };
    const interactions: Interactions = {
      ask: none,
      startAgent: () => Promise.resolve(interaction('in_progress')),
      getWithInput: none,
      delete: none,
      listModels: none,
      follow: async function* () {},
      get: () => {
        this.polls += 1;
        return give(this.found);
      },
      cancel: () => {
        this.cancels += 1;
        return give(this.cancelled);
      },
    };
    this.jobs = new ResearchJobs({
      interactions,
      store,
      clock,
      newId: () => 'job',
      now: () => clock.wallNow(),
      sourcesHeading: 'Sources',
      onError: (error) => this.errors.push(error),
    });
  }

  get state(): ResearchState | undefined {
    return this.store.jobs.get('job')?.state;
  }

  async settle(): Promise<void> {
    for (let turn = 0; turn < 30; turn += 1) await setImmediate();
  }

  async pass(ms: number): Promise<void> {
    await this.settle();
    this.clock.advance(ms);
    await this.settle();
  }

  async start(): Promise<void> {
    await this.jobs.start('Heat pumps', 'deep-research-preview-04-2026');
    await this.settle();
  }
}

describe('a research', () => {
  it('that is finished waits for room on the disk, and says once that there is none', async () => {
    const window = new Window();
    window.store.fullFor = 3;
    window.found = interaction('completed');
    await window.start();

    for (let minute = 0; minute < 2; minute += 1) await window.pass(60_000);
    assert.equal(window.state, 'running');
    await window.pass(60_000);

    assert.equal(window.state, 'done');
    assert.equal(window.store.reports.size, 1);
    assert.deepEqual([window.errors.length, window.polls], [1, 1]);
  });

  it('whose report could not be saved is fetched again after a restart', async () => {
    const before = new Window();
    before.store.fullFor = 1;
    before.found = interaction('completed');
    await before.start();
    before.jobs.dispose();

    const after = new Window(before.store);
    after.found = interaction('completed');
    await after.jobs.resume();
    await after.settle();

    assert.equal(after.state, 'done');
  });

  it('is followed on when the clock is set to another year, and after days of sleep', async () => {
    const day = 24 * 3_600_000;
    for (const days of [2, -365, 365]) {
      const window = new Window();
      await window.start();
      window.clock.setWall(days * day);
      await window.pass(3 * day);
      assert.equal(window.state, 'running');

      window.found = interaction('completed');
      await window.pass(60_000);

      assert.equal(window.state, 'done');
    }
  });

  it('that the service does not find is lost, and is done when it is found by another look', async () => {
    const window = new Window();
    window.found = notFound;
    await window.start();
    while (window.state === 'running') await window.pass(60_000);
    assert.equal(window.state, 'lost');
    assert.equal(window.jobs.all[0]?.failure, 'notFound');
    assert.deepEqual(window.jobs.open, []);

    window.found = interaction('completed');
    await window.jobs.lookAgain('job');
    await window.settle();

    assert.equal(window.state, 'done');
    assert.equal(window.jobs.all[0]?.failure, undefined);
  });

  it('is lost, not failed, when a bug ends the following', async () => {
    const window = new Window();
    window.found = new TypeError('a bug');

    await window.start();

    assert.equal(window.state, 'lost');
    assert.equal(window.jobs.all[0]?.failure, 'unknown');
    assert.deepEqual(window.errors, [window.found]);
  });

  it('is polled at once when something changed that stood in the way', async () => {
    const window = new Window();
    window.found = new Failure('noKey');
    await window.start();

    window.found = interaction('completed');
    window.jobs.wake();
    await window.settle();

    assert.deepEqual([window.state, window.polls, window.clock.now()], ['done', 2, 0]);
  });
});

describe('a research that is cancelled', () => {
  it('is asked for until a status that is read back says so, whatever the cancels are answered', async () => {
    const window = new Window();
    await window.start();
    window.cancelled = notFound;

    await window.jobs.cancel('job');
    for (let second = 0; second < 30; second += 1) await window.pass(1_000);
    assert.equal(window.state, 'cancelling');
    assert.ok(window.cancels >= 5, `${window.cancels} cancels`);

    window.found = interaction('cancelled');
    await window.pass(60_000);

    assert.equal(window.state, 'cancelled');
    assert.deepEqual(window.errors, []);
  });

  it('is asked for again after a while, and after a restart', async () => {
    const before = new Window();
    await before.start();
    before.cancelled = new Failure('noKey');
    await before.jobs.cancel('job');
    for (let minute = 0; minute < 10; minute += 1) await before.pass(60_000);
    assert.ok(before.cancels > 8, `${before.cancels} cancels`);
    before.jobs.dispose();

    const after = new Window(before.store);
    await after.jobs.resume();
    await after.settle();
    after.cancelled = interaction('cancelled');
    after.found = interaction('cancelled');
    await after.pass(250);

    assert.equal(after.state, 'cancelled');
    assert.equal(after.cancels, 2);
  });

  it('is asked for once at a time, however often it is pressed', async () => {
    const window = new Window();
    await window.start();

    await Promise.all([window.jobs.cancel('job'), window.jobs.cancel('job')]);
    await window.settle();

    assert.equal(window.cancels, 1);
  });

  it('is done when it ended before the cancel came', async () => {
    const window = new Window();
    await window.start();
    window.found = interaction('completed');
    window.cancelled = new Failure('invalidRequest', { status: 409 });

    await window.jobs.cancel('job');
    await window.settle();

    assert.equal(window.state, 'done');
  });

  it('counts as cancelled when the service no longer has it', async () => {
    const window = new Window();
    await window.start();
    window.found = notFound;
    window.cancelled = notFound;

    await window.jobs.cancel('job');
    for (let minute = 0; minute < 5; minute += 1) await window.pass(60_000);

    assert.equal(window.state, 'cancelled');
  });
});
