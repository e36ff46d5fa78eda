import assert from 'node:assert/strict';
import type { JsonObject } from '../../../../src/core/base/json';
import { Answer } from '../../../../src/core/conversation/answer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readSteps } from '../../../../src/core/interactions/steps';
import type { Usage } from '../../../../src/core/interactions/usage';
import { interactionOf } from '../interactions/pollUnderTest';
import { answerOf, textOf } from './answerUnderTest';

const usage = (total: number): Usage => {
  return { input: total, output: 0, thought: 0, toolUse: 0, cached: 0, total, grounding: {} };
};
const output = (words: string): JsonObject => ({ type: 'model_output', content: [{ type: 'text', text: words }] });
const asked: JsonObject = { type: 'user_input', content: [{ type: 'text', text: 'Q' }] };
const created = (id: string): InteractionEvent => ({ type: 'created', interaction: interactionOf('queued', { id }) });
const started = (words: string, index = 0): InteractionEvent => {
  const [step] = readSteps([output(words)]);
  assert.ok(step);
  return { type: 'stepStarted', index, step };
};
const statusOf = (answer: Answer) => answer.completed?.status;
const completed = (more: Parameters<typeof interactionOf>[1] = {}): InteractionEvent => {
  return { type: 'completed', interaction: interactionOf('completed', more) };
};
const changed = (status: 'in_progress' | 'cancelled', more: { readonly usage?: Usage } = {}): InteractionEvent => {
  return { type: 'statusChanged', interactionId: 'v1_a', status, rawStatus: status, ...more };
};

describe('an answer that begins', () => {
  it('is touched and billed by the first that comes over the wire, and not by a connection', () => {
    const answer = answerOf([{ type: 'connected' }]);
    assert.deepEqual([answer.hasBegun, answer.isUntouched, answer.hasOutput], [false, true, false]);

    answer.apply(created('v1_a'));
    assert.deepEqual([answer.hasBegun, answer.isUntouched], [true, true]);

    answer.apply(started('a'));
    assert.deepEqual([answer.isUntouched, answer.hasOutput, answer.textLength], [false, true, 1]);
    assert.deepEqual([answer.kindOf(0), answer.kindOf(1)], ['text', undefined]);
  });

  it('shows nothing by events that bring no step', () => {
    const answer = answerOf([created('v1_a'), started('a')]);
    const events: readonly InteractionEvent[] = [
      ...[created('v1_a'), created('v1_b'), created(''), changed('in_progress'), changed('cancelled')],
      ...([{ type: 'connected' }, { type: 'malformed', raw: 'x' }, { type: 'unknown', wire: {} }] as const),
      { type: 'failed', error: { reason: 'serviceBusy', code: '' } },
      { type: 'stepStopped', index: 7 },
    ];
    for (const event of events) assert.deepEqual(answer.apply(event), [], JSON.stringify(event));
  });

  it('may be asked for once more after a refusal', () => {
    const answer = answerOf([{ type: 'failed', error: { reason: 'serviceBusy', code: '' } }]);
    assert.deepEqual(answer.failureOfError(), { reason: 'serviceBusy' });

    answer.forgetError();

    assert.deepEqual([answer.hasBegun, answer.error, answer.failureOfError()], [false, undefined, undefined]);
  });
});

describe('who answers, and where', () => {
  it('is what the service said last', () => {
    const answer = answerOf([
      { type: 'created', interaction: interactionOf('queued', { model: 'm', environmentId: 'e' }) },
    ]);
    assert.deepEqual([answer.interactionId, answer.model, answer.environmentId], ['v1_a', 'm', 'e']);

    answer.apply(completed());
    assert.deepEqual([answer.model, answer.environmentId], ['m', 'e']);

    answer.apply(completed({ model: 'n', environmentId: 'f' }));
    assert.deepEqual([answer.model, answer.environmentId], ['n', 'f']);
  });

  it('is learned of an interaction also by its end', () => {
    assert.equal(answerOf([completed({ id: 'v1_z' })]).interactionId, 'v1_z');
    assert.equal(answerOf([created('v1_a'), completed({ id: '' })]).interactionId, 'v1_a');
  });
});

describe('what an answer took', () => {
  it('is what the last event said of this request, with the requests before', () => {
    const answer = answerOf([created('v1_a'), { ...started('a'), totalUsage: usage(3) }]);
    assert.equal(answer.usage?.total, 3);
    answer.apply({ ...started('b', 1), totalUsage: usage(5) });
    assert.deepEqual([answer.usage?.total, answer.earlierUsage], [5, undefined]);

    answer.apply({ ...completed({ usage: usage(7) }), totalUsage: usage(100) });
    assert.equal(answer.usage?.total, 7);

    answer.apply(created('v1_b'));
    assert.deepEqual([answer.usage?.total, answer.earlierUsage?.total], [7, 7]);
    answer.apply(changed('cancelled', { usage: usage(2) }));
    assert.equal(answer.usage?.total, 9);
  });

  it('stays where an end says nothing of it', () => {
    for (const end of [completed(), changed('cancelled')]) {
      assert.equal(answerOf([{ ...started('a'), totalUsage: usage(3) }, end]).usage?.total, 3, end.type);
    }
  });
});

describe('the end of an answer', () => {
  it('may be said by a status alone, until the interaction itself says more', () => {
    const answer = answerOf([created('v1_a'), changed('in_progress')]);
    assert.equal(statusOf(answer), undefined);

    answer.apply(changed('cancelled'));
    assert.deepEqual(answer.completed, interactionOf('cancelled'));

    answer.apply(completed({ usage: usage(4) }));
    answer.apply(changed('cancelled', { usage: usage(9) }));
    assert.deepEqual([statusOf(answer), answer.usage?.total], ['completed', 4]);
  });

  it('is over with the next interaction, but not when the same one is announced again', () => {
    const answer = answerOf([created('v1_a'), started('a'), completed(), created('v1_a')]);
    assert.equal(statusOf(answer), 'completed');

    answer.apply(created('v1_b'));
    assert.equal(statusOf(answer), undefined);

    const unstored = answerOf([created(''), completed({ id: '' }), created('')]);
    assert.equal(statusOf(unstored), undefined);
  });

  it('brings the steps that the stream has not, where there is nothing of use yet', () => {
    const steps = readSteps([asked, { type: 'thought', summary: [] }, output('a'), output('b')]);
    const thought: InteractionEvent = { type: 'stepStarted', index: 0, step: steps[1] ?? assert.fail() };

    assert.equal(textOf(answerOf([completed({ steps })])), 'ab');
    const answer = answerOf([thought, completed({ steps })]);
    assert.deepEqual(answer.steps, [{ type: 'thought', summary: [] }, output('a'), output('b')]);
    assert.equal(textOf(answerOf([started('x'), completed({ steps })])), 'x');
  });

  it('brings the steps of a later request, too, whatever those before have brought', () => {
    const search: JsonObject = { type: 'google_search_call', id: 's', arguments: {} };
    const thought: JsonObject = { type: 'thought', summary: [] };
    const firsts = [[output('a')], [thought, search], [output('a'), search]];
    for (const steps of firsts) {
      const events = readSteps(steps).map((step, index): InteractionEvent => ({ type: 'stepStarted', index, step }));
      const end = completed({ id: 'v1_b', steps: readSteps([asked, thought, output('z')]) });
      for (const begun of [[], readSteps([thought])]) {
        const streamed = begun.map((step): InteractionEvent => ({ type: 'stepStarted', index: 0, step }));
        const answer = answerOf([created('v1_a'), ...events, completed(), created('v1_b'), ...streamed]);

        assert.deepEqual(answer.apply(end), [{ type: 'partAdded', part: { kind: 'text', text: 'z' } }]);
        assert.deepEqual(answer.steps, [...steps, thought, output('z')]);
        assert.deepEqual(answer.apply(end), []);
      }
    }
  });

  it('says why it failed: by an error of the stream, of the interaction, or of one output', () => {
    const error = (code: string) => ({ reason: 'generationFailed', code }) as const;
    const failedOutput = { ...started('a'), error: error('output') };
    const other = { ...started('b', 1), error: error('later') };
    const failure = (code: string) => ({ reason: 'generationFailed', code });

    assert.deepEqual(answerOf([failedOutput, other]).failureOfError(), failure('output'));
    const errors = [error('first'), error('second')];
    assert.deepEqual(answerOf([failedOutput, completed({ errors })]).failureOfError(), failure('first'));
    const failed: InteractionEvent = { type: 'failed', error: error('stream') };
    assert.deepEqual(answerOf([failed, completed({ errors })]).failureOfError(), failure('stream'));
  });

  it('counts what could not be read', () => {
    const odd: InteractionEvent = { type: 'malformed', raw: 'x' };
    const answer = answerOf([odd, { type: 'unknown', wire: {} }, odd]);
    assert.deepEqual([answer.malformed, answer.skippedEvents], [2, 1]);
  });
});

describe('an answer in one piece', () => {
  it('has the steps and the end of its interaction, without the question', () => {
    const steps = readSteps([asked, output('a')]);
    const answer = Answer.of(interactionOf('incomplete', { steps, usage: usage(3), model: 'm' }));

    assert.deepEqual(answer.steps, [output('a')]);
    assert.deepEqual(
      [answer.interactionId, statusOf(answer), answer.usage?.total, answer.model],
      ['v1_a', 'incomplete', 3, 'm'],
    );
  });
});

describe('a stream that resumes', () => {
  const named = (event: InteractionEvent, eventId: string): InteractionEvent => ({ ...event, eventId });

  it('repeats what came without an id after the last one, which is taken once', () => {
    const answer = answerOf([created('v1_a'), named(started('a'), 'e1'), started('b', 1), started('c', 2)]);
    assert.equal(answer.lastEventId, 'e1');

    answer.prepareToResume();
    for (const event of [started('b', 1), started('c', 2), started('c', 3)]) answer.apply(event);

    assert.equal(textOf(answer), 'abcc');
  });

  it('repeats that also behind its own connection and announcement', () => {
    const again: readonly InteractionEvent[] = [{ type: 'connected' }, created('v1_a'), changed('in_progress')];
    const answer = answerOf([created('v1_a'), named(started('a'), 'e1'), changed('in_progress'), started('b', 1)]);
    answer.prepareToResume();
    for (const event of [...again, started('b', 1), started('c', 2)]) answer.apply(event);

    assert.equal(textOf(answer), 'abc');
  });

  it('brings something new where the first is not what came before', () => {
    const answer = answerOf([created('v1_a'), named(started('a'), 'e1'), started('b', 1), started('c', 2)]);
    answer.prepareToResume();
    for (const event of [started('d', 3), started('b', 4)]) answer.apply(event);

    assert.equal(textOf(answer), 'abcdb');
  });

  it('brings something new behind an event with another id', () => {
    const answer = answerOf([created('v1_a'), named(started('a'), 'e1'), started('b', 1)]);
    answer.prepareToResume();
    for (const event of [named(started('c', 2), 'e2'), started('b', 3)]) answer.apply(event);
    assert.equal(textOf(answer), 'abcb');

    answer.prepareToResume();
    answer.apply(started('b', 3));
    assert.equal(textOf(answer), 'abcb');
  });

  it('forgets the error that broke it off', () => {
    const answer = answerOf([{ type: 'failed', error: { reason: 'serviceBusy', code: '' } }]);
    answer.prepareToResume();
    assert.equal(answer.error, undefined);
  });
});
