import assert from 'node:assert/strict';
import type { FailureReason } from '../../../../src/core/base/failure';
import type { Interaction } from '../../../../src/core/interactions/events';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import { outcomeOfJob } from '../../../../src/core/research/jobOutcome';
import { agent, interaction } from './researchUnderTest';

const job: ResearchJob = {
  ...newJob({ question: 'Tides', agent, planFirst: false }, [], 'r1', 5),
  state: 'running',
  interactionId: 'v1_asked',
  tokens: 10,
};
const planJob: ResearchJob = { ...job, task: 'plan', said: 'Shorter' };
const before = { said: 'Tides', interactionId: 'v1_before', text: 'Before.' };
const withErrors = (found: Interaction, ...reasons: readonly FailureReason[]): Interaction => ({
  ...found,
  errors: reasons.map((reason) => ({ reason, code: '' })),
});
/** The state, the failure and whether there is a report of what ended so, when its streams have brought nothing. */
function told(of: ResearchJob, found: Interaction) {
  const { change, steps } = outcomeOfJob(of, found, [], 9);
  return [change.state, change.failure, steps !== undefined];
}

describe('what the end of an interaction makes of a research', () => {
  it('is a report, with the word of the service, and a state that people have not heard of', () => {
    const found = interaction('completed', 'Text');

    assert.deepEqual(outcomeOfJob({ ...job, isTold: true, isCancelWanted: true }, found, [], 9), {
      change: {
        isCancelWanted: false,
        progress: '',
        tokens: 10,
        failure: undefined,
        ending: 'completed',
        endedAt: 9,
        isTold: false,
        state: 'done',
      },
      steps: found.steps,
    });
  });

  it('counts the tokens that the service says, unless more were counted before', () => {
    const used = (total: number): Interaction => ({
      ...interaction('completed', 'Text'),
      usage: { total, input: 0, output: 0, thought: 0, toolUse: 0, cached: 0, grounding: {} },
    });
    assert.equal(outcomeOfJob(job, used(12), [], 9).change.tokens, 12);
    assert.equal(outcomeOfJob(job, used(9), [], 9).change.tokens, 10);
  });

  it('is made of what the streams have brought where the service gives no words back', () => {
    const live = interaction('in_progress', 'Live').steps;
    const answered = interaction('completed', 'Text');

    assert.equal(outcomeOfJob(job, interaction('completed'), live, 9).steps, live);
    assert.equal(outcomeOfJob(job, answered, live, 9).steps, answered.steps);
  });

  it('keeps what was written, however it ended', () => {
    const ends = [
      [interaction('incomplete', 'Text'), 'done', undefined],
      [interaction('budget_exceeded', 'Text'), 'done', undefined],
      [interaction('cancelled', 'Text'), 'cancelled', undefined],
      [interaction('failed', 'Text'), 'failed', 'generationFailed'],
      [withErrors(interaction('failed', 'Text'), 'rateLimited', 'notFound'), 'failed', 'rateLimited'],
    ] as const;
    for (const [found, state, failure] of ends)
      assert.deepEqual(told(job, found), [state, failure, true], found.status);
  });

  it('is a failure or a cancel without a report where no word was written', () => {
    const ends = [
      [interaction('completed'), 'failed', 'emptyAnswer'],
      [interaction('incomplete'), 'failed', 'emptyAnswer'],
      [interaction('budget_exceeded'), 'failed', 'budgetExceeded'],
      [interaction('failed'), 'failed', 'generationFailed'],
      [withErrors(interaction('completed'), 'rateLimited'), 'failed', 'rateLimited'],
      [interaction('cancelled'), 'cancelled', undefined],
    ] as const;
    for (const [found, state, failure] of ends)
      assert.deepEqual(told(job, found), [state, failure, false], found.status);
  });
});

describe('what the end of an interaction makes of a plan', () => {
  it('is one more plan, with what was said and the id that the service gave', () => {
    const plans = (id: string, of = planJob) =>
      outcomeOfJob(of, interaction('completed', ' Plan\n', id), [], 9).change.plans;
    const said = { said: 'Shorter', text: 'Plan' };

    assert.deepEqual(plans('v1_found'), [{ ...said, interactionId: 'v1_found' }]);
    assert.deepEqual(plans('', { ...planJob, plans: [before] }), [before, { ...said, interactionId: 'v1_asked' }]);
    assert.deepEqual(plans('', { ...planJob, interactionId: undefined }), [{ ...said, interactionId: '' }]);
    assert.deepEqual(told(planJob, interaction('completed', 'Plan')), ['planned', undefined, false]);
  });

  it('is the plan before where no new one came, and why', () => {
    const withPlan = { ...planJob, plans: [before] };

    assert.deepEqual(told(withPlan, interaction('completed')), ['planned', 'emptyAnswer', false]);
    assert.deepEqual(told(withPlan, interaction('failed', 'Half')), ['planned', 'generationFailed', false]);
    assert.deepEqual(told(withPlan, interaction('cancelled', 'Half')), ['planned', undefined, false]);
    assert.equal(outcomeOfJob(withPlan, interaction('failed', 'Half'), [], 9).change.plans, undefined);
  });

  it('is a failure or a cancel where there was none before', () => {
    assert.deepEqual(told(planJob, interaction('completed')), ['failed', 'emptyAnswer', false]);
    assert.deepEqual(told(planJob, interaction('incomplete', 'Half')), ['failed', 'emptyAnswer', false]);
    assert.deepEqual(told(planJob, interaction('cancelled')), ['cancelled', undefined, false]);
  });
});
