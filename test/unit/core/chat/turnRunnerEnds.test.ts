import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { Failure } from '../../../../src/core/base/failure';
import { detach } from '../../../../src/core/interactions/port';
import { readStep } from '../../../../src/core/interactions/steps';
import { ManualClock } from '../../fakes/manualClock';
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

describe('a turn that is stopped while it waits', () => {
  it('is told of once, at its end', async () => {
    const service = new ScriptedService([new Failure('serviceBusy', { status: 503 })]);
    const { runner, ask, updates } = runnerUnderTest(service, [question], { clock: new ManualClock() });
    const asked = ask(question);
    await until(() => updates[0]?.wait !== undefined);
    runner.stop();
    await asked;
    assert.deepEqual(
      updates.map(({ status, wait }) => [status, wait?.reason]),
      [
        ['waiting', 'serviceBusy'],
        ['stopped', undefined],
      ],
    );
    assert.equal(service.asked.length, 1);
  });

  it('stays stopped while its files are uploaded once more', async () => {
    const remote = { name: 'files/film', uri: 'old/film', expiresAt: 1 };
    const film = { kind: 'upload', id: 'v', name: 'film.mp4', media: 'video', mimeType: 'video/mp4', size: 9 } as const;
    const asked = turnOf('a', { attachments: [{ ...film, remote }] });
    const expired = new Failure('attachmentRefused', { status: 403, code: 'expired' });
    const service = new ScriptedService([expired]);
    const under = runnerUnderTest(service, [asked], {
      renewUpload: () => {
        under.runner.stop();
        return Promise.resolve({ ...remote, uri: 'new/film' });
      },
    });
    const active = under.runner.begin(asked, false);
    const request = { model: 'm', store: true, input: [{ type: 'video', uri: 'old/film' }] } as const;
    await under.runner.ask(active, { request, rebuilt: undefined });
    assert.deepEqual([under.turn('a')?.status, under.journal.kinds(), service.asked.length], ['stopped', ['end!'], 1]);
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
      const service = new ScriptedService();
      const looked: string[] = [];
      service.get = (id?: string) => {
        looked.push(`${id}`);
        return Promise.reject(new Failure('notFound'));
      };
      const { runner, turn } = runnerUnderTest(service, [question]);
      await runner.finish({ ...left, interactionId });
      assert.deepEqual([...new Set(looked)], interactionId === undefined ? [] : ['v1_x']);
      const { status, steps, failure } = turn('a') ?? question;
      assert.deepEqual([status, steps, failure], ['interrupted', [output('So')], undefined]);
    }
  });

  it('is waited for while the service cannot be reached', async () => {
    const service = new ScriptedService();
    const found = interaction('v1_x', 'completed', { steps: [readStep(output('So it is'))] });
    let looks = 0;
    service.get = () => {
      looks += 1;
      return looks < 4 ? Promise.reject(new Failure('offline')) : Promise.resolve(found);
    };
    const { runner, turn } = runnerUnderTest(service, [question]);
    await runner.finish(left);
    assert.deepEqual([turn('a')?.status, turn('a')?.steps, looks], ['done', [output('So it is')], 4]);
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
