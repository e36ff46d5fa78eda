import { failureReasons } from '../base/failure';
import { isJsonObject, numberField, textField } from '../base/json';
import { type ResearchJob, researchStates } from './job';

/** Reads a research job from its JSON. Undefined: it is not one. Never throws. */
export function readJob(value: unknown): ResearchJob | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = textField(value, 'id');
  const question = textField(value, 'question');
  const state = researchStates.find((known) => known === value.state);
  if (id === undefined || question === undefined || state === undefined) return undefined;
  return {
    id,
    question,
    agent: textField(value, 'agent') ?? '',
    createdAt: numberField(value, 'createdAt') ?? 0,
    state,
    interactionId: textField(value, 'interactionId'),
    lastEventId: textField(value, 'lastEventId'),
    progress: textField(value, 'progress') ?? '',
    failure: failureReasons.find((known) => known === value.failure),
  };
}
