import type { AnswerPart } from '../../parts/answerPart';
import type { JsonObject } from '../base/json';
import { readDelta } from '../interactions/deltas';
import type { Interaction, InteractionEvent } from '../interactions/events';
import { readStep } from '../interactions/steps';
import { Answer } from './answer';
import type { AnswerForm } from './answerForm';
import type { SavedEvent } from './records';

/** What of an event is kept while an answer grows; undefined: nothing, or it is kept in another way. */
export function toSavedEvent(event: InteractionEvent): SavedEvent | undefined {
  const e = event.eventId === undefined ? {} : { e: event.eventId };
  switch (event.type) {
    case 'stepStarted':
      return { i: event.index, start: event.step.wire, ...e };
    case 'stepGrew':
      return { i: event.index, delta: event.delta.wire, ...e };
    case 'stepStopped':
      return { i: event.index, stop: true, ...e };
    default:
      return undefined;
  }
}

/** The event as it was when it arrived. */
export function fromSavedEvent(saved: SavedEvent): InteractionEvent {
  if ('id' in saved) return { type: 'created', interaction: announced(saved.id) };
  const { i: index } = saved;
  const id = saved.e === undefined ? {} : { eventId: saved.e };
  if ('start' in saved) return { type: 'stepStarted', index, step: readStep(saved.start), ...id };
  if ('delta' in saved) return { type: 'stepGrew', index, delta: readDelta(saved.delta), ...id };
  return { type: 'stepStopped', index, ...id };
}

/** An answer as far as it was kept, ready to go on growing. */
export function answerFrom(events: readonly SavedEvent[], form?: AnswerForm): Answer {
  const answer = new Answer(form);
  for (const event of events) {
    if ('id' in event && event.usage) answer.usage = event.usage;
    answer.apply(fromSavedEvent(event));
  }
  return answer;
}

/** What people see of finished steps. */
export function partsOf(steps: readonly JsonObject[], form?: AnswerForm): readonly AnswerPart[] {
  const answer = new Answer(form);
  steps.forEach((wire, index) => {
    answer.apply({ type: 'stepStarted', index, step: readStep(wire) });
  });
  return answer.parts;
}

function announced(id: string): Interaction {
  return { id, status: 'in_progress', rawStatus: 'in_progress', steps: [], errors: [] };
}
