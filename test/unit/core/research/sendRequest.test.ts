import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import { isRefused, requestOf, sendRequest } from '../../../../src/core/research/sendRequest';
import { ManualClock } from '../../fakes/manualClock';
import { agent, interaction, SetService, settled } from './researchUnderTest';

const job: ResearchJob = newJob({ question: 'Tides', agent, planFirst: false, said: 'Tides, please' }, [], 'r1', 5);
const notes = { type: 'text', text: 'Notes' } as const;
const said = { type: 'text', text: 'Tides, please' } as const;
const agentConfig = {
  type: 'deep-research',
  thinking_summaries: 'auto',
  visualization: 'auto',
  collaborative_planning: false,
};

describe('the request of a research', () => {
  it('has what goes along with the question before what the user says, and nothing that is not needed', () => {
    assert.deepEqual(requestOf(job, [notes], []), { agent, input: [notes, said], agentConfig });
  });

  it('has tools and the research that it builds on, where there are some, and asks for a plan', () => {
    const tools = [{ type: 'google_search' }];

    assert.deepEqual(requestOf({ ...job, task: 'plan', continues: 'v0' }, [notes], tools), {
      agent,
      input: [notes, said],
      previousInteractionId: 'v0',
      tools,
      agentConfig: { ...agentConfig, collaborative_planning: true },
    });
  });

  it('builds on the last plan, which has what went along with the question', () => {
    const plans = ['v1', 'v2'].map((interactionId) => ({ said: '', interactionId, text: 'Plan' }));

    assert.deepEqual(requestOf({ ...job, plans, continues: 'v0' }, [notes], []), {
      agent,
      input: [said],
      previousInteractionId: 'v2',
      agentConfig,
    });
  });
});

describe('the start of a research', () => {
  const send = (service: SetService, clock = new ManualClock()) =>
    sendRequest(service.port, clock, requestOf(job, [], []));
  const fails = (sent: Promise<string>, reason: string) =>
    assert.rejects(sent, (error) => error instanceof Failure && error.reason === reason);

  it('gives the id of the interaction', async () => {
    const service = new SetService();
    service.started = interaction('queued', '', 'v1_new');

    assert.equal(await send(service), 'v1_new');
    assert.equal(service.requests.length, 1);
  });

  it('has failed without an id, and where something else went wrong', async () => {
    const service = new SetService();
    service.started = interaction('queued', '', '');
    await fails(send(service), 'malformedAnswer');
    service.started = new Failure('rateLimited');
    await fails(send(service), 'rateLimited');
    const bug = new TypeError('a bug');
    service.started = bug;
    await assert.rejects(send(service), { name: 'Failure', reason: 'unknown', cause: bug });
  });

  it('has failed without an answer in two minutes', async () => {
    const service = new SetService();
    service.started = 'silence';
    const clock = new ManualClock();
    let isOver = false;
    const failed = fails(
      send(service, clock).finally(() => {
        isOver = true;
      }),
      'timedOut',
    );
    clock.advance(119_999);
    await settled();
    assert.equal(isOver, false);
    clock.advance(1);
    await failed;
  });
});

describe('a start that failed', () => {
  const isCertain = (status: number | undefined) =>
    isRefused(new Failure('unknown', status === undefined ? {} : { status }));

  it('was certainly not taken where nothing was sent', () => {
    assert.equal(isRefused(new Failure('offline', { notSent: true })), true);
    assert.equal(isRefused(new Failure('noKey')), true);
  });

  it('was certainly not taken where the service refused it', () => {
    for (const status of [400, 404, 429, 499, 501, 503]) assert.equal(isCertain(status), true, `${status}`);
  });

  it('may have been taken by a service that failed or did not answer', () => {
    for (const status of [undefined, 200, 399, 408, 500, 502, 504]) assert.equal(isCertain(status), false, `${status}`);
  });
});
