import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { detach } from '../../../../src/core/interactions/port';
import { readStep } from '../../../../src/core/interactions/steps';
import { turnOf } from './ledgerUnderTest';
import { runnerUnderTest } from './runnerUnderTest';
import { created, interaction, output, ScriptedService, until, whole, wrote } from './scriptedService';

const question = turnOf('a');
const half = [created('v1_x'), wrote('So'), 'silence'] as const;

/** A turn in the middle of its answer. */
async function inAnswer(background: boolean, found?: 'cancelled' | 'in_progress') {
  const service = new ScriptedService(half, whole('v1_y', 'Other'));
  if (found) service.found = interaction('v1_x', found);
  const under = runnerUnderTest(service, [question]);
  const asked = under.ask(question, background);
  await until(() => under.facts.length > 0);
  return { ...under, service, asked };
}

describe('a turn that is stopped', () => {
  it('ends at once with what there is, and is not cancelled in the foreground', async () => {
    const { runner, turn, asked, service, journal } = await inAnswer(false);
    runner.stop();
    assert.equal(runner.isRunning, false);
    assert.deepEqual([turn('a')?.status, turn('a')?.steps], ['stopped', [output('So')]]);
    assert.ok(!turn('a')?.isCancelling);
    await asked;
    assert.deepEqual([service.cancelled, journal.kinds()], [[], ['accepted!', 'delta', 'end!']]);
    runner.stop();
    assert.deepEqual(journal.kinds(), []);
  });

  it('is cancelled at Google where it runs there, and says so until that is confirmed', async () => {
    const { runner, turn, service, journal } = await inAnswer(true, 'cancelled');
    runner.stop();
    assert.equal(turn('a')?.isCancelling, true);
    await until(() => turn('a')?.isCancelling === undefined);
    assert.deepEqual([service.cancelled, turn('a')?.status, turn('a')?.endedAs], [['v1_x'], 'stopped', undefined]);
    assert.deepEqual(journal.kinds(), ['accepted!', 'delta', 'end!']);
  });

  it('keeps that Google never confirmed it', async () => {
    const { runner, turn, service, journal } = await inAnswer(true, 'in_progress');
    runner.stop();
    await until(() => turn('a')?.isCancelling === undefined);
    assert.equal(turn('a')?.endedAs, 'cancelUnconfirmed');
    assert.ok(service.cancelled.length > 1);
    assert.deepEqual(journal.kinds(), ['accepted!', 'delta', 'end!', 'end!']);
  });

  it('says nothing more once its chat is gone', async () => {
    const { runner, drop, updates, service } = await inAnswer(true, 'cancelled');
    runner.stop();
    const before = updates.length;
    drop('a');
    await until(() => service.cancelled.length > 0);
    for (let pass = 0; pass < 20; pass += 1) await setImmediate();
    assert.equal(updates.length, before);
  });

  it('is not cancelled where the background was refused, which is kept with the answer and remembered at once', async () => {
    const refused: string[] = [];
    const background = { isWanted: () => true, refused: (model: string) => refused.push(model) };
    const service = new ScriptedService([new Failure('backgroundRefused', { status: 400 })], half);
    const { runner, ask, turn, facts, journal } = runnerUnderTest(service, [question], { background });
    const asked = ask(question, true);
    await until(() => facts.length > 0);

    assert.deepEqual(refused, [question.model]);
    const [accepted] = journal.taken();
    assert.deepEqual(accepted?.[1], {
      kind: 'accepted',
      turnId: 'a',
      interactionId: 'v1_x',
      background: false,
      usage: undefined,
    });
    runner.stop();
    await asked;
    assert.deepEqual([turn('a')?.isCancelling, service.cancelled, refused.length], [undefined, [], 1]);
  });

  it('is not cancelled before Google has it', async () => {
    const service = new ScriptedService(['silence']);
    const { runner, ask, turn } = runnerUnderTest(service, [question]);
    const asked = ask(question, true);
    await until(() => service.asked.length > 0);
    runner.stop();
    await asked;
    assert.deepEqual([service.cancelled, turn('a')?.isCancelling], [[], undefined]);
  });

  it('is not asked where it was stopped before', async () => {
    const service = new ScriptedService();
    const { runner } = runnerUnderTest(service, [question]);
    const active = runner.begin(question, false);
    runner.stop();
    await runner.ask(active, { request: { model: 'm', input: [], store: true }, rebuilt: undefined });
    assert.deepEqual(service.asked, []);
  });
});

describe('a turn that is left', () => {
  it('goes on at Google, has no end, and changes no more', async () => {
    const { runner, asked, updates, service, journal } = await inAnswer(true);
    const before = updates.length;
    runner.leave();
    assert.equal(runner.isRunning, false);
    await asked;
    assert.equal(service.signals[0]?.reason, detach);
    assert.deepEqual([updates.length, service.cancelled], [before, []]);
    assert.deepEqual(journal.kinds(), ['accepted!', 'delta']);
    runner.leave();
  });

  it('does not disturb the next one', async () => {
    const { runner, ask, asked, turn } = await inAnswer(false);
    runner.leave();
    const next = ask(question);
    await Promise.all([asked, next]);
    assert.deepEqual([turn('a')?.status, turn('a')?.steps], ['done', [output('Other')]]);
  });
});

describe('an answer that a window left unfinished', () => {
  const events = [{ id: 'v1_x' }, { i: 0, start: output('So') }];
  const left = { turnId: 'a', interactionId: 'v1_x', background: true, events };

  it('is completed from the service, and has no times', async () => {
    const service = new ScriptedService();
    service.found = interaction('v1_x', 'completed', { steps: [readStep(output('So it is'))] });
    const { runner, updates, turn, facts, journal } = runnerUnderTest(service, [question]);
    await runner.finish(left);
    assert.deepEqual([updates[0]?.status, updates[1]?.isResuming], ['streaming', true]);
    const { status, steps, times, isResuming } = turn('a') ?? question;
    assert.deepEqual([status, steps, times, isResuming], ['done', [output('So it is')], undefined, undefined]);
    assert.deepEqual(facts, [{ type: 'opened' }]);
    assert.deepEqual(journal.kinds(), ['accepted!', 'delta', 'end!']);
    assert.deepEqual([service.asked, runner.isRunning], [[], false]);
  });

  it('is interrupted where the service no longer has it, or never had it', async () => {
    for (const interactionId of ['v1_x', undefined]) {
      const { runner, turn } = runnerUnderTest(new ScriptedService(), [question]);
      await runner.finish({ ...left, interactionId });
      const { status, steps, failure } = turn('a') ?? question;
      assert.deepEqual([status, steps, failure], ['interrupted', [output('So')], undefined]);
    }
  });

  it('is nothing where its question is not there', async () => {
    const { runner, updates, journal } = runnerUnderTest(new ScriptedService(), []);
    await runner.finish(left);
    assert.deepEqual([updates, journal.kinds(), runner.isRunning], [[], [], false]);
  });
});

describe('a turn whose connection broke', () => {
  it('is looked for at the service, which is seen until it has ended', async () => {
    const service = new ScriptedService([created('v1_x'), wrote('So'), new Failure('connectionLost')]);
    service.found = interaction('v1_x', 'completed', { steps: [readStep(output('So it is'))] });
    const { ask, updates, turn } = runnerUnderTest(service, [question]);
    await ask(question, true);
    assert.deepEqual(
      updates.map(({ isResuming }) => isResuming),
      [undefined, true, false, undefined],
    );
    assert.deepEqual(turn('a')?.steps, [output('So it is')]);
  });
});
