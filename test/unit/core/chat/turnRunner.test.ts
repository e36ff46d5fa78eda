import assert from 'node:assert/strict';
import { Failure } from '../../../../src/core/base/failure';
import { TurnTapes } from '../../../../src/core/chat/turnTapes';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import type { Usage } from '../../../../src/core/interactions/usage';
import { turnOf } from './ledgerUnderTest';
import { runnerUnderTest } from './runnerUnderTest';
import { created, output, ScriptedService, until, whole, wrote } from './scriptedService';

const usage: Usage = {
  input: 1_000_000,
  output: 0,
  thought: 0,
  toolUse: 0,
  cached: 0,
  total: 1_000_000,
  grounding: {},
};
const question = turnOf('a', { createdAt: Date.UTC(2026, 10, 29) });

describe('a turn that runs', () => {
  it('is streaming from the first that is seen of it, and done with its answer', async () => {
    const { runner, ask, updates, facts, journal, errors } = runnerUnderTest(new ScriptedService(), [question]);
    const asked = ask(question);
    assert.equal(runner.isRunning, true);
    await asked;

    assert.equal(runner.isRunning, false);
    assert.deepEqual(
      updates.map(({ status }) => status),
      ['streaming', 'done'],
    );
    const part = { kind: 'text', text: 'So' };
    assert.deepEqual(facts, [{ type: 'answerChanged', turnId: 'a', change: { type: 'partAdded', part } }]);
    const times = { total: 0, first: 0, thoughts: [] };
    const { status, interactionId, steps, parts, times: taken, failure, skippedEvents } = updates[1] ?? question;
    assert.deepEqual([status, interactionId, steps, parts], ['done', 'v1_x', [output('So')], [part]]);
    assert.deepEqual([taken, failure, skippedEvents], [times, undefined, undefined]);
    assert.deepEqual(journal.kinds(), ['accepted!', 'delta', 'end!']);
    assert.deepEqual(errors, []);
  });

  it('waits until something of its answer can be seen', async () => {
    const service = new ScriptedService([created('v1_x'), 'silence']);
    const { runner, ask, updates, facts, journal } = runnerUnderTest(service, [question]);
    const asked = ask(question);
    await until(() => journal.notes.length > 0);
    assert.deepEqual([updates, facts], [[], []]);
    runner.stop();
    await asked;
  });

  it('says once that it is streaming', async () => {
    const wire = { type: 'text', text: ' on' } as const;
    const grew: InteractionEvent = { type: 'stepGrew', index: 0, delta: { ...wire, wire } };
    const service = new ScriptedService([created('v1_x'), wrote('So'), grew, 'silence']);
    const { runner, ask, updates, facts } = runnerUnderTest(service, [question]);
    const asked = ask(question);
    await until(() => facts.length === 2);
    assert.deepEqual(
      updates.map(({ status }) => status),
      ['streaming'],
    );
    runner.stop();
    await asked;
  });

  it('shows its answer so far, and no other turn does', async () => {
    const service = new ScriptedService([created('v1_x'), wrote('So'), 'silence']);
    const { runner, ask, facts } = runnerUnderTest(service, [question]);
    const asked = ask(question);
    await until(() => facts.length > 0);

    const other = turnOf('b');
    assert.equal(runner.withLiveAnswer(other), other);
    const live = runner.withLiveAnswer(question);
    assert.deepEqual([live.steps, live.interactionId, live.times], [[output('So')], 'v1_x', undefined]);
    runner.stop();
    await asked;
    assert.equal(runner.withLiveAnswer(question), question);
  });

  it('is taped, each request and each event', async () => {
    const tapes = new TurnTapes({ now: () => 0, wallNow: () => 0 });
    const { ask } = runnerUnderTest(new ScriptedService(), [question], { tapes });
    await ask(question);
    const { requests = [], events = [] } = tapes.of('a') ?? {};
    assert.deepEqual(
      [requests.length, events.map(({ event }) => event.type)],
      [1, ['created', 'stepStarted', 'completed']],
    );
  });

  it('is marked as costly where it is, by what it cost', async () => {
    const costs: number[] = [];
    const isCostly = (cost: number) => costs.push(cost) > 1;
    const service = new ScriptedService(
      whole('v1_x', 'So', { usage }),
      whole('v1_y', 'So', { usage }),
      whole('v1_z', ''),
    );
    const { ask, turn } = runnerUnderTest(service, [question], { isCostly });
    await ask(question);
    assert.equal('isCostly' in (turn('a') ?? {}), false);
    await ask(question);
    assert.equal(turn('a')?.isCostly, true);
    assert.deepEqual(costs, [0.75, 0.75]);
    await ask(question);
    assert.equal(costs.length, 2);
  });

  it('waits visibly where the service refuses for now, and no longer once it has ended', async () => {
    const service = new ScriptedService([new Failure('serviceBusy', { status: 503 })]);
    const { ask, updates } = runnerUnderTest(service, [question]);
    await ask(question);
    assert.deepEqual(
      updates.map(({ status, wait }) => [status, wait?.reason]),
      [
        ['waiting', 'serviceBusy'],
        ['waiting', undefined],
        ['streaming', undefined],
        ['done', undefined],
      ],
    );
    assert.equal(service.asked.length, 2);
  });

  it('fails with the word of the service, and for an unknown reason after a fault of ours, which is told', async () => {
    const fault = new Error('fault');
    const service = new ScriptedService([new Failure('badKey', { status: 400 })], [fault]);
    const { ask, turn, errors, journal } = runnerUnderTest(service, [question]);
    await ask(question);
    assert.deepEqual([turn('a')?.status, turn('a')?.failure], ['failed', { reason: 'badKey', status: 400 }]);
    await ask(question);
    assert.deepEqual(turn('a')?.failure, { reason: 'unknown' });
    assert.deepEqual([errors, journal.kinds()], [[fault], ['end!', 'end!']]);
  });
});

describe('who answers a turn', () => {
  const answeredBy = async (model: string | undefined, more = {}) => {
    const asked = { ...question, ...more };
    const said = model === undefined ? {} : { model };
    const { ask, turn } = runnerUnderTest(new ScriptedService(whole('v1_x', 'So', { ...said, environmentId: 'e' })), [
      asked,
    ]);
    await ask(asked);
    assert.equal(turn('a')?.environmentId, 'e');
    return turn('a')?.answeredBy;
  };

  it('is noted where it is another model than the one that was asked', async () => {
    assert.equal(await answeredBy('gemini-3.5-flash'), 'gemini-3.5-flash');
    assert.equal(await answeredBy('gemini-3.8-flash'), undefined);
    assert.equal(await answeredBy(undefined), undefined);
  });

  it('is not noted of an agent, nor where no model was named', async () => {
    assert.equal(await answeredBy('gemini-3.5-flash', { agent: 'reviewer' }), undefined);
    assert.equal(await answeredBy('gemini-3.5-flash', { model: '' }), undefined);
  });

  it('is told to be refused the background, by the name that was asked', async () => {
    const refused: string[] = [];
    const background = { isWanted: () => true, refused: (model: string) => refused.push(model) };
    const refusal = new Failure('backgroundRefused', { status: 400 });
    for (const asked of [question, { ...question, model: '', agent: 'antigravity-preview-09-2026' }]) {
      const { ask } = runnerUnderTest(new ScriptedService([refusal]), [asked], { background });
      await ask(asked, true);
    }
    assert.deepEqual(refused, ['gemini-3.8-flash', 'antigravity-preview-09-2026']);
  });
});
