import assert from 'node:assert/strict';
import { Failure, failureReasons } from '../../../../src/core/base/failure';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readSteps } from '../../../../src/core/interactions/steps';
import { interaction, ResearchWindow, settled } from './researchUnderTest';

const notFound = new Failure('notFound', { status: 404 });
const day = 24 * 3_600_000;
const report = interaction('completed', '# Report');

describe('a research whose service or network fails', () => {
  it('outlives one odd answer of each kind, and is done when the service says so', async () => {
    for (const reason of failureReasons) {
      const window = new ResearchWindow();
      window.service.found = new Failure(reason, { status: 400 });
      await window.start();
      assert.equal(window.state, 'running', reason);

      window.service.found = report;
      await window.until('done');
    }
  });

  it('is picked up in the next morning, also where the first looks are offline', async () => {
    const window = new ResearchWindow();
    await window.start();
    window.clock.advance(12 * 3_600_000);

    const later = window.other(true);
    later.service.found = new Failure('offline', { notSent: true });
    await later.jobs.resume();
    for (let hour = 0; hour < 4; hour += 1) await later.pass(3_600_000);
    assert.equal(later.state, 'running');

    later.service.found = report;
    await later.until('done');
  });

  it('that is not found is lost, and is asked for at the next start, after a change of the key, and on a click', async () => {
    const ways = [
      async (window: ResearchWindow) => {
        const later = window.other(true);
        await later.jobs.resume();
        return later;
      },
      async (window: ResearchWindow) => {
        window.jobs.wake();
        return window;
      },
      async (window: ResearchWindow) => {
        await window.jobs.lookAgain(window.job.id);
        return window;
      },
    ];
    for (const way of ways) {
      const window = new ResearchWindow();
      window.service.found = notFound;
      await window.start();
      await window.until('lost');
      assert.deepEqual([window.job.failure, window.told], ['notFound', ['lost']]);

      window.service.found = report;
      const found = await way(window);
      await settled();

      assert.equal(found.saved.state, 'done');
      assert.equal(found.saved.failure, undefined);
    }
  });

  it('that stays lost is told of once', async () => {
    const window = new ResearchWindow();
    window.service.found = notFound;
    await window.start();
    await window.until('lost');

    window.jobs.wake();
    for (let minute = 0; minute < 5; minute += 1) await window.pass(60_000);

    assert.deepEqual([window.state, window.told], ['lost', ['lost']]);
  });

  it('is lost only after the service has called it unfinished for three hours of polls', async () => {
    const window = new ResearchWindow();
    await window.start();
    const before = window.clock.now();

    await window.until('lost');

    assert.equal(window.job.failure, 'timedOut');
    assert.ok(window.clock.now() - before >= 2.9 * 3_600_000, `after ${window.clock.now() - before} ms`);
    assert.ok(window.service.polls >= 180);
  }).timeout(20_000);

  it('is followed on when the clock is set to another year, and after days of sleep', async () => {
    for (const days of [2, -365, 365]) {
      const window = new ResearchWindow();
      await window.start();
      window.clock.setWall(days * day);
      await window.pass(3 * day);
      assert.equal(window.state, 'running');

      window.service.found = report;
      await window.until('done');
    }
  });

  it('is lost, not failed, when a bug ends the following', async () => {
    const window = new ResearchWindow();
    const bug = new TypeError('a bug');
    window.service.found = bug;

    await window.start();

    assert.deepEqual([window.state, window.job.failure, window.errors], ['lost', 'unknown', [bug]]);
  });

  it('is polled at once when something changed that stood in the way', async () => {
    const window = new ResearchWindow();
    window.service.found = new Failure('noKey');
    await window.start();
    const { polls } = window.service;

    window.service.found = report;
    window.jobs.wake();
    await settled();

    assert.deepEqual([window.state, window.service.polls, window.clock.now()], ['done', polls + 1, 0]);
  });

  it('waits between polls while a stream says the end and they do not', async () => {
    const window = new ResearchWindow();
    const end: InteractionEvent = { type: 'completed', interaction: interaction('completed') };
    for (let stream = 0; stream < 50; stream += 1) window.service.streams.push([{ type: 'connected' }, end]);
    await window.start();

    assert.ok(window.service.polls <= 2, `${window.service.polls} polls at once`);
    await window.pass(60_000);

    assert.ok(window.service.polls <= 4, `${window.service.polls} polls in a minute`);
  });

  it('makes at most one request a minute while nothing happens', async () => {
    const window = new ResearchWindow();
    const silent = () => new Promise<never>(() => {});
    Object.assign(window.service.port, {
      follow: (_id: string, _after: string | undefined, signal: AbortSignal) =>
        (async function* (): AsyncIterable<InteractionEvent> {
          window.service.resumedAfter.push(undefined);
          yield { type: 'connected' };
          await Promise.race([
            silent(),
            new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true })),
          ]);
        })(),
    });
    await window.start();
    await window.pass(90_000);
    const requests = () => window.service.polls + window.service.resumedAfter.length;
    const before = requests();

    for (let step = 0; step < 60 * 12; step += 1) await window.pass(5_000);

    assert.ok(requests() - before <= 60, `${requests() - before} requests in an hour`);
    assert.ok(window.service.resumedAfter.length > 3, 'streams are tried again now and then');
  }).timeout(20_000);
});

describe('a research that ends', () => {
  it('is kept in part where the service ended it early', async () => {
    for (const status of ['incomplete', 'budget_exceeded'] as const) {
      const window = new ResearchWindow();
      window.service.found = interaction(status, 'Half of it.');
      await window.start();

      assert.deepEqual([window.saved.state, window.saved.ending], ['done', status]);
      assert.match(window.report, /Half of it\./);
      assert.match(window.report, new RegExp(`> Ended as ${status.replace('_', '\\\\_')}`));
    }
  });

  it('keeps what was written of one that failed or was cancelled', async () => {
    for (const status of ['failed', 'cancelled'] as const) {
      const window = new ResearchWindow();
      window.service.found = interaction(status, 'Half of it.');
      await window.start();

      assert.equal(window.saved.state, status);
      assert.match(window.report, /Half of it\./);
    }
  });

  it('takes from its streams what the service does not give back', async () => {
    const window = new ResearchWindow();
    const [output] = readSteps([{ type: 'model_output' }]);
    assert.ok(output);
    const text = { type: 'text', text: 'From the stream.' } as const;
    window.service.streams.push([
      { type: 'created', interaction: interaction('in_progress') },
      { type: 'stepStarted', index: 0, step: output },
      { type: 'stepGrew', index: 0, delta: { ...text, wire: text } },
    ]);
    await window.start();

    window.service.found = interaction('completed');
    await window.until('done');

    assert.match(window.report, /From the stream\./);
  });

  it('has failed, and says why, when there is not a word of it', async () => {
    const window = new ResearchWindow();
    window.service.found = interaction('completed');
    await window.start();

    assert.deepEqual([window.saved.state, window.saved.failure], ['failed', 'emptyAnswer']);
  });

  it('waits for room on the disk, and says once that there is none', async () => {
    const window = new ResearchWindow();
    let isFull = true;
    window.files.faults = (_, path) =>
      isFull && /interaction\.json|report\//.test(path) ? { code: 'ENOSPC' } : undefined;
    window.service.found = report;
    await window.start();

    for (let minute = 0; minute < 5; minute += 1) await window.pass(60_000);
    assert.deepEqual([window.saved.state, window.errors.length, window.service.polls], ['running', 1, 1]);
    isFull = false;
    await window.until('done');

    assert.match(window.report, /# Report/);
  });

  it('is fetched again after a restart where its report could not be saved', async () => {
    const window = new ResearchWindow();
    window.files.faults = (_, path) => (path.includes('report/') ? { code: 'ENOSPC' } : undefined);
    window.service.found = report;
    await window.start();

    const later = window.other(true);
    await later.jobs.resume();
    await settled();

    assert.equal(later.saved.state, 'done');
  });

  it('loses one picture to bad data, and nothing else', async () => {
    const window = new ResearchWindow();
    const picture = (data: string) => ({ type: 'image', mime_type: 'image/png', data });
    const content = [{ type: 'text', text: '# T' }, picture('iVBORw0KGgo%%%'), picture('iVBORw0KGgo=')];
    window.service.found = { ...report, steps: readSteps([{ type: 'model_output', content }]) };
    await window.start();

    assert.match(window.report, /\*No picture\.\*\n\n+!\[Figure 1\]\(figure-1\.png\)/);
  });
});
