import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { agentOf } from '../../../../src/core/research/job/agents';
import { interaction, ResearchWindow, settled } from './researchUnderTest';

const refused = new Failure('rateLimited', { status: 429 });

describe('a research that begins with a plan', () => {
  it('waits for a yes, is changed in words, and builds on the plan that stands', async () => {
    const window = new ResearchWindow();
    const { service, jobs } = window;
    service.found = interaction('completed', 'Plan A', 'v1_a');
    await window.start(true);
    assert.deepEqual([window.state, window.told], ['planned', ['planned']]);

    service.found = interaction('completed', 'Plan B', 'v1_b');
    service.started = interaction('in_progress', '', 'v1_b');
    await jobs.changePlan(window.job.id, 'Leave out prices.');
    await settled();
    assert.deepEqual(
      window.job.plans.map(({ said, text }) => [said, text]),
      [
        ['Heat pumps', 'Plan A'],
        ['Leave out prices.', 'Plan B'],
      ],
    );

    service.started = interaction('in_progress', '', 'v1_c');
    service.found = interaction('completed', '# Report', 'v1_c');
    await jobs.startPlanned(window.job.id);
    await settled();

    assert.equal(window.state, 'done');
    assert.deepEqual(
      service.requests.map(({ agentConfig, previousInteractionId, input }) => [
        agentConfig.collaborative_planning,
        previousInteractionId,
        input.map((content) => (content.type === 'text' ? content.text : content.type)),
      ]),
      [
        [true, undefined, ['Heat pumps']],
        [true, 'v1_a', ['Leave out prices.']],
        [false, 'v1_b', ['Go ahead.']],
      ],
    );
    assert.deepEqual(window.told, ['planned', 'planned', 'done']);
  });

  it('keeps its plan when a change of it is refused, fails or is cancelled', async () => {
    const window = new ResearchWindow();
    const { service, jobs } = window;
    service.found = interaction('completed', 'Plan A');
    await window.start(true);

    service.started = refused;
    await assert.rejects(jobs.changePlan(window.job.id, 'Shorter.'), { reason: 'rateLimited' });
    assert.deepEqual([window.state, window.job.failure], ['planned', 'rateLimited']);

    service.started = interaction('in_progress');
    for (const end of ['failed', 'cancelled', 'incomplete'] as const) {
      service.found = interaction(end);
      await jobs.changePlan(window.job.id, 'Shorter.');
      await settled();
      assert.equal(window.state, 'planned', end);
    }
    assert.deepEqual(
      window.saved.plans.map(({ text }) => text),
      ['Plan A'],
    );
  });

  it('is started once, however often yes is said, in however many windows', async () => {
    const window = new ResearchWindow();
    window.service.found = interaction('completed', 'Plan A');
    await window.start(true);
    const other = window.other();
    await other.jobs.resume();
    window.service.found = interaction('in_progress');

    const { id } = window.job;
    await Promise.all([window, other, window, other].map(({ jobs }) => jobs.startPlanned(id)));
    await window.pass(10_000);

    assert.equal(window.service.requests.length, 2);
    assert.equal(window.saved.state, 'running');
  });

  it('needs no service to be given up while its plan waits', async () => {
    const window = new ResearchWindow();
    window.service.found = interaction('completed', 'Plan A');
    await window.start(true);

    await window.jobs.cancel(window.job.id);

    assert.deepEqual([window.saved.state, window.service.cancels], ['cancelled', 0]);
  });
});

describe('the start of a research', () => {
  it('is on disk before it is sent, and its id before anything else happens', async () => {
    const window = new ResearchWindow();
    const { port } = window.service;
    const seen: string[] = [];
    const start = port.startAgent;
    Object.assign(port, {
      startAgent: (...args: Parameters<typeof start>) => {
        seen.push(window.saved.state);
        return start(...args);
      },
      get: () => {
        seen.push(`${window.saved.state} ${window.saved.interactionId}`);
        return Promise.resolve(interaction('in_progress'));
      },
    });

    await window.start();

    assert.deepEqual(seen, ['starting', 'running v1_job']);
    assert.deepEqual(window.recorded, [window.job.id]);
  });

  it('is refused, and nothing is sent, while the disk takes nothing', async () => {
    for (const failing of ['write', 'createNew'] as const) {
      const window = new ResearchWindow();
      window.files.faults = (operation, path) =>
        operation === failing && path.includes('research') ? { code: 'ENOSPC' } : undefined;

      await assert.rejects(window.start(), { reason: 'storageUnavailable' });

      assert.equal(window.service.requests.length, 0, failing);
    }
  });

  it('has failed where only its mark could not be written, and says why', async () => {
    const window = new ResearchWindow();
    window.files.faults = (_, path) => (path.includes('/sent-') ? { code: 'ENOSPC' } : undefined);

    await assert.rejects(
      window.start(),
      ({ reason, cause }: Failure) => reason === 'storageUnavailable' && (cause as { code?: string }).code === 'ENOSPC',
    );

    assert.deepEqual([window.saved.state, window.saved.failure], ['failed', 'storageUnavailable']);
  });

  it('is uncertain, and never repeated by itself, when its fate is not known', async () => {
    const unknown = [
      new Failure('connectionLost'),
      new Failure('serviceBusy', { status: 504 }),
      new Failure('serviceBusy', { status: 500 }),
      new Failure('malformedAnswer'),
      interaction('in_progress', '', ''),
    ];
    for (const started of unknown) {
      const window = new ResearchWindow();
      window.service.started = started;

      await assert.rejects(window.start(), Failure);
      const later = window.other(true);
      await later.jobs.resume();
      await later.pass(600_000);

      assert.deepEqual([later.state, later.service.requests.length], ['uncertain', 1]);
    }
  });

  it('is uncertain when there is no answer in two minutes', async () => {
    const window = new ResearchWindow();
    window.service.started = 'silence';

    const starting = assert.rejects(window.start(), { reason: 'timedOut' });
    await window.pass(120_000);
    await starting;

    assert.equal(window.saved.state, 'uncertain');
  });

  it('has failed when the service refused it, or nothing was sent', async () => {
    for (const failure of [refused, new Failure('offline', { notSent: true }), new Failure('noKey')]) {
      const window = new ResearchWindow();
      window.service.started = failure;

      await assert.rejects(window.start(), Failure);

      assert.deepEqual([window.saved.state, window.saved.failure], ['failed', failure.reason]);
      assert.deepEqual(window.told, [], 'who started it is told by the failure');
    }
  });

  it('is sent again only by a click, as a request of its own', async () => {
    const window = new ResearchWindow();
    window.service.started = new Failure('connectionLost');
    await assert.rejects(window.start(), Failure);

    window.service.started = interaction('in_progress');
    await window.jobs.startAgain(window.job.id);
    await settled();

    assert.deepEqual([window.saved.state, window.service.requests.length], ['running', 2]);
  });

  it('is sent again to the agent that has taken the place of a retired one', async () => {
    const window = new ResearchWindow();
    window.service.started = new Failure('modelUnavailable', { status: 404 });
    const start = window.jobs.start({
      question: 'Tides',
      agent: 'deep-research-pro-preview-12-2025',
      planFirst: false,
    });
    await assert.rejects(start, Failure);

    window.service.started = interaction('in_progress');
    await window.jobs.startAgain(window.job.id);
    await settled();

    assert.deepEqual(
      window.service.requests.map((request) => request.agent),
      ['deep-research-pro-preview-12-2025', agentOf('fast').id],
    );
    assert.equal(window.saved.agent, agentOf('fast').id);
  });

  it('that a crash cut off was certainly not sent if its mark is missing', async () => {
    const window = new ResearchWindow();
    // The process dies between the job and the mark.
    let isCut = false;
    window.files.faults = (operation, path) => {
      isCut ||= operation === 'createNew' && /sent-/.test(path);
      return isCut ? { code: 'EIO' } : undefined;
    };
    await assert.rejects(window.start(), Failure);

    const later = window.other(true);
    await later.jobs.resume();
    await settled();

    assert.deepEqual([later.state, later.job.failure], ['failed', 'interrupted']);
  });
});
