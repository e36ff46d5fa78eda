import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/core/base/json';
import { Answer } from '../../../../src/core/conversation/answer';
import { answerFrom, partsOf, toSavedEvent } from '../../../../src/core/conversation/savedAnswer';
import type { InteractionEvent } from '../../../../src/core/interactions/events';
import { readSteps } from '../../../../src/core/interactions/steps';
import { readEvent } from '../../../../src/gemini/events';
import type { AnswerPart } from '../../../../src/parts/answerPart';
import { budget } from '../../../budget';
import { answerOf, mirror } from './answerUnderTest';
import { interactions } from './wireInteractions';

const created: InteractionEvent = readEvent({ event_type: 'interaction.created', interaction: { id: 'v1_a' } });

/** What `get` gives of the whole. */
function wholeOf(steps: readonly JsonObject[]): Answer {
  return Answer.of({ id: 'v1_a', status: 'completed', rawStatus: 'completed', steps: readSteps(steps), errors: [] });
}

function toEvents(wire: readonly JsonObject[], withIds: readonly boolean[] = []): readonly InteractionEvent[] {
  return [
    created,
    ...wire.map((event, at) => readEvent(withIds[at % withIds.length] ? { ...event, event_id: `e${at}` } : event)),
  ];
}

describe('an answer that arrives in pieces', () => {
  it('ends as the service gives it in one piece, in whatever order its steps grow', () => {
    fc.assert(
      fc.property(interactions, ({ steps, events }) => {
        const whole = wholeOf(steps);
        const answer = answerOf(toEvents(events));

        assert.deepEqual(answer.parts, whole.parts);
        assert.deepEqual(answer.parts, partsOf(steps));
        assert.deepEqual(sorted(answer.steps), sorted(whole.steps));
      }),
      { numRuns: budget(1_000) },
    );
  });

  it('shows what its steps tell wherever it is cut, and once more when it was kept and read', () => {
    fc.assert(
      fc.property(interactions, fc.nat(), ({ events }, at) => {
        const all = toEvents(events);
        const answer = answerOf(all.slice(0, at % (all.length + 1)));
        const kept = all.slice(1, at % (all.length + 1)).flatMap((event) => toSavedEvent(event) ?? []);

        assert.deepEqual(partsOf(answer.steps), answer.parts);
        assert.deepEqual(partsOf(JSON.parse(JSON.stringify(answer.steps))), answer.parts);
        assert.deepEqual(answerFrom(JSON.parse(JSON.stringify(kept))).parts, answer.parts);
      }),
      { numRuns: budget(1_000) },
    );
  });

  it('is the same after a break, when the service repeats what it has sent', () => {
    fc.assert(
      fc.property(
        interactions,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        ({ steps, events }, ids, at) => {
          const all = toEvents(events, ids);
          const cut = (at % all.length) + 1;
          const answer = answerOf(all.slice(0, cut));
          const last = all.slice(0, cut).findLastIndex(({ eventId }) => eventId !== undefined);
          answer.prepareToResume();
          for (const event of all.slice(Math.max(1, last + 1))) answer.apply(event);
          for (const event of all.filter(({ eventId }) => eventId !== undefined)) answer.apply(event);

          // Without any id, a stream that starts again would say all of it twice.
          if (last >= 0 || cut === 1) assert.deepEqual(answer.parts, wholeOf(steps).parts);
        },
      ),
      { numRuns: budget(1_000) },
    );
  });

  it('tells in its changes all that it shows', () => {
    fc.assert(
      fc.property(interactions, ({ events }) => {
        const answer = new Answer();
        const parts: AnswerPart[] = [];
        for (const event of toEvents(events)) for (const change of answer.apply(event)) mirror(parts, change);

        assert.deepEqual(parts, answer.parts);
      }),
      { numRuns: budget(1_000) },
    );
  });

  it('has the steps of each hop behind those of the one before', () => {
    fc.assert(
      fc.property(interactions, interactions, (first, second) => {
        const next = readEvent({ event_type: 'interaction.created', interaction: { id: 'v1_b' } });
        const answer = answerOf([...toEvents(first.events), next, ...toEvents(second.events).slice(1)]);

        assert.deepEqual(answer.parts, [...partsOf(first.steps), ...partsOf(second.steps)]);
      }),
      { numRuns: budget(200) },
    );
  });
});

/** Fields come in another order from a stream. */
function sorted(steps: readonly JsonObject[]): readonly JsonObject[] {
  return steps.map((step) => Object.fromEntries(Object.entries(step).sort(([a], [b]) => (a < b ? -1 : 1))));
}
