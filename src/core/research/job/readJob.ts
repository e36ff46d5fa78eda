import { failureReasons } from '../../base/failure';
import { isJsonObject, type JsonObject, numberField, objectsField, textField } from '../../base/json';
import { type ResearchJob, type ResearchPlan, researchStates, researchTasks } from './job';

/** Reads a research job from its JSON. Undefined: it is not one. Never throws. */
export function readJob(value: unknown): ResearchJob | undefined {
  if (!isJsonObject(value)) return undefined;
  const id = textField(value, 'id');
  const question = textField(value, 'question');
  const state = researchStates.find((known) => known === value.state);
  if (id === undefined || question === undefined || state === undefined) return undefined;
  const { context } = value;
  const createdAt = numberField(value, 'createdAt') ?? 0;
  return {
    id,
    question,
    context: Array.isArray(context) ? context.filter((name) => typeof name === 'string') : [],
    agent: textField(value, 'agent') ?? '',
    createdAt,
    state,
    task: researchTasks.find((known) => known === value.task) ?? 'report',
    said: textField(value, 'said') ?? question,
    plans: objectsField(value, 'plans').flatMap((plan) => readPlan(plan) ?? []),
    attempts: numberField(value, 'attempts') ?? 1,
    attemptedAt: numberField(value, 'attemptedAt') ?? createdAt,
    interactionId: textField(value, 'interactionId'),
    isCancelWanted: value.isCancelWanted === true,
    progress: textField(value, 'progress') ?? '',
    searches: numberField(value, 'searches') ?? 0,
    tokens: numberField(value, 'tokens') ?? 0,
    failure: failureReasons.find((known) => known === value.failure),
    ending: textField(value, 'ending'),
    endedAt: numberField(value, 'endedAt'),
    report: textField(value, 'report'),
    againOf: textField(value, 'againOf'),
    continues: textField(value, 'continues'),
    isTold: value.isTold === true,
    isAtGoogle: value.isAtGoogle !== false,
  };
}

function readPlan(wire: JsonObject): ResearchPlan | undefined {
  const interactionId = textField(wire, 'interactionId');
  const text = textField(wire, 'text');
  if (interactionId === undefined || text === undefined) return undefined;
  return { said: textField(wire, 'said') ?? '', interactionId, text };
}
