import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import type { Interaction, InteractionEvent } from '../../../../src/core/interactions/events';
import { readSteps } from '../../../../src/core/interactions/steps';
import { leasePath } from '../../../../src/core/storage/files/chatPaths';
import { systemError } from '../storage/memoryFiles';
import { agent, interaction, ResearchWindow, settled } from './researchUnderTest';

const report = interaction('completed', '# Report');
const asked = { question: 'Tides', agent, planFirst: false };
const beatMs = 5_000;

/** A window with one research, whose interaction was found so. */
async function windowWith(found: Interaction | Error, planFirst = false): Promise<ResearchWindow> {
  const window = new ResearchWindow();
  window.service.found = found;
  await window.start(planFirst);
  return window;
}

/** A window with a research whose answer to the start comes when it is told to. */
async function sending() {
  const window = new ResearchWindow();
  let answer = (_: Interaction) => {};
  Object.assign(window.service.port, {
    startAgent: () =>
      new Promise<Interaction>((resolve) => {
        answer = resolve;
      }),
  });
  const started = window.jobs.start(asked);
  await settled();
  const finish = async () => {
    answer(interaction('in_progress'));
    await started;
    await settled();
  };
  return { window, finish };
}

const isFree = (window: ResearchWindow) => !window.files.paths.includes(leasePath(window.job.id));
const beatsOn = (window: ResearchWindow) => window.clock.isWaiting(1, beatMs);

/** Has each write of a job fail from now on. */
const fill = (window: ResearchWindow) => {
  window.files.faults = (operation, path) =>
    operation === 'write' && path.endsWith('job.json') ? { code: 'ENOSPC' } : undefined;
};

describe('a research that is looked after', () => {
  it('is left alone by a look while its start is kept or sent', async () => {
    const window = new ResearchWindow();
    const started = window.jobs.start(asked);
    await window.jobs.lookAgain(window.job.id);
    await started;
    assert.deepEqual([window.states, window.service.requests.length], [['starting', 'running'], 1]);

    const { window: other, finish } = await sending();
    await other.jobs.lookAgain(other.job.id);
    other.jobs.wake();
    await other.pass(beatMs);
    assert.deepEqual([other.saved.state, other.told], ['starting', []]);
    await finish();
    assert.deepEqual([other.states, other.told], [['starting', 'running'], []]);
  });

  it('is left alone by a look while a next request of it is sent', async () => {
    const window = await windowWith(interaction('completed', 'Plan'), true);
    window.service.started = 'silence';
    const started = assert.rejects(window.jobs.startPlanned(window.job.id), { reason: 'timedOut' });
    await settled();
    await window.jobs.lookAgain(window.job.id);
    await window.pass(beatMs);
    assert.deepEqual([window.saved.state, window.told], ['starting', ['planned']]);

    await window.pass(120_000);
    await started;
    assert.equal(window.saved.state, 'uncertain');
  });

  it('keeps its id where the window goes away during the start, and is followed by the next one', async () => {
    const { window, finish } = await sending();
    window.jobs.dispose();
    await finish();
    await window.pass(600_000);
    assert.deepEqual([window.saved.interactionId, window.saved.state, window.service.polls], ['v1_job', 'running', 0]);

    const later = window.other(true);
    later.service.found = report;
    await later.jobs.resume();
    await settled();
    assert.equal(later.saved.state, 'done');
  });

  it('is asked about no more, and waits for nothing, when its window has gone', async () => {
    const window = await windowWith(interaction('in_progress'));
    const { polls } = window.service;
    window.jobs.dispose();
    await settled();
    assert.equal(beatsOn(window), false);

    const { length } = window.files.calls;
    await window.jobs.lookAgain(window.job.id);
    await window.pass(600_000);
    assert.deepEqual([window.service.polls, window.files.calls.length], [polls, length]);
  });

  it('is not changed by a window that goes away while it takes it over', async () => {
    const { window } = await sending();
    const other = window.other(true);
    const resumed = other.jobs.resume();
    other.files.faults = (operation, path) => {
      if (operation === 'createNew' && path.endsWith('.lock')) other.jobs.dispose();
      return undefined;
    };
    await resumed;

    assert.equal(other.saved.state, 'starting');
  });

  it('has its progress on disk within five seconds, also beside one that has ended', async () => {
    const window = await windowWith(report);
    window.service.found = interaction('in_progress');
    const [thought] = readSteps([{ type: 'thought', summary: [{ type: 'text', text: '**Reads**' }] }]);
    const events: readonly InteractionEvent[] = thought ? [{ type: 'stepStarted', index: 0, step: thought }] : [];
    window.service.streams.push(events);
    await window.pass(beatMs);
    await window.start();
    await window.pass(250);
    assert.deepEqual([window.job.progress, window.saved.progress], ['Reads', '']);

    await window.pass(beatMs);
    assert.equal(window.saved.progress, 'Reads');
  });

  it('stays with its window for as long as that is there', async () => {
    const window = await windowWith(interaction('in_progress'));
    const other = window.other();
    await other.jobs.resume();
    for (let beat = 0; beat < 100; beat += 1) await window.pass(beatMs);

    assert.notEqual(window.jobs.live(window.job.id), undefined);
    assert.equal(other.jobs.live(other.job.id), undefined);
  });

  it('that was lost is followed on while nobody answers', async () => {
    const window = await windowWith(new Failure('notFound', { status: 404 }));
    await window.until('lost');
    window.service.found = new Failure('offline', { notSent: true });
    window.jobs.wake();
    for (let beat = 0; beat < 10; beat += 1) await window.pass(beatMs);
    assert.notEqual(window.jobs.live(window.job.id), undefined);

    window.service.found = report;
    await window.pass(60_000);
    assert.equal(window.saved.state, 'done');
  });

  it('keeps its window until its end is on disk', async () => {
    const window = await windowWith(interaction('in_progress'));
    fill(window);
    window.service.found = report;
    await window.until('done');
    await window.pass(beatMs);
    await window.jobs.forgetAtGoogle(window.job.id);
    assert.deepEqual([window.saved.state, isFree(window), beatsOn(window)], ['running', false, true]);

    window.files.faults = undefined;
    await window.pass(beatMs);
    assert.deepEqual([window.saved.state, window.saved.isAtGoogle, isFree(window)], ['done', false, true]);
    await window.pass(beatMs);
    assert.equal(beatsOn(window), false);
  });
});

describe('the end of a research', () => {
  it('is told of once, also where a slow disk does not take that it was', async () => {
    const window = new ResearchWindow();
    const createNew = window.files.createNew.bind(window.files);
    const failures: (() => void)[] = [];
    window.files.createNew = (path, bytes) =>
      path.includes('told-')
        ? new Promise((_, reject) => failures.push(() => reject(systemError('EIO'))))
        : createNew(path, bytes);
    window.service.found = report;
    await window.start();
    await window.pass(beatMs);
    assert.deepEqual(window.told, []);

    for (const fail of failures) fail();
    await settled();
    assert.deepEqual([window.told, window.saved.isTold], [['done'], true]);
  });
});

describe('what people do with a research on a full disk', () => {
  it('is kept later, as is what was not kept before', async () => {
    const ways = [
      [(window: ResearchWindow) => window.jobs.forgetAtGoogle(window.job.id), 'planned', false],
      [(window: ResearchWindow) => window.jobs.cancel(window.job.id), 'cancelled', true],
    ] as const;
    for (const [act, state, isAtGoogle] of ways) {
      const window = await windowWith(interaction('completed', 'Plan'), true);
      fill(window);
      await act(window);
      assert.deepEqual([window.state, window.saved.state, isFree(window)], [state, 'planned', false]);

      window.files.faults = undefined;
      await window.pass(beatMs);
      assert.deepEqual([window.saved.state, window.saved.isAtGoogle, isFree(window)], [state, isAtGoogle, true]);
    }
  });
});

describe('what windows know of research', () => {
  it('does not change by being read again', async () => {
    const window = await windowWith(interaction('in_progress'));
    const other = window.other();
    await other.jobs.resume();
    const { id } = window.job;
    const live = window.jobs.live(id);
    const seen: string[] = [];
    for (const { jobs } of [window, other]) {
      jobs.onDidChange(({ state }) => seen.push(state));
      jobs.onDidRemove((removed) => seen.push(removed));
      await jobs.refresh();
    }

    assert.deepEqual(seen, []);
    assert.notEqual(live, undefined);
    assert.equal(window.jobs.live(id), live);
  });

  it('is recorded for the next start when it changes, not with each change of a research', async () => {
    const window = await windowWith(interaction('in_progress'));
    const { recorded } = window;
    await window.jobs.cancel(window.job.id);
    assert.equal(window.recorded, recorded);

    window.service.found = interaction('cancelled');
    await window.until('cancelled', 1_000);
    assert.deepEqual(window.recorded, []);
  });
});
