import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  numberField,
  objectField,
  objectsField,
  textField,
} from '../core/base/json';
import { mediaTypes } from '../core/interactions/content';
import { readDelta } from '../core/interactions/deltas';
import type { Interaction, InteractionEvent, RememberedInteraction, ServiceError } from '../core/interactions/events';
import { readStatus } from '../core/interactions/status';
import { readStep, readSteps } from '../core/interactions/steps';
import { readUsage } from '../core/interactions/usage';
import { readCode } from './errorBody';
import { reasonOfCode } from './failureReasons';

/** How much of a frame that is not JSON is kept. Characters. */
const longestMalformed = 2_000;

/** Reads one value of an SDK stream. Never throws: what is not understood is kept raw. Source: SDK `InteractionSSEEvent`. */
export function readEvent(value: unknown): InteractionEvent {
  // The SDK hands over a frame that is not JSON as a bare string.
  if (!isJsonObject(value)) return { type: 'malformed', raw: String(value).slice(0, longestMalformed) };
  const eventId = textField(value, 'event_id');
  const totalUsage = readUsage(objectField(value, 'metadata')?.total_usage);
  return { ...readBody(value), ...(eventId !== undefined && { eventId }), ...(totalUsage && { totalUsage }) };
}

function readBody(wire: JsonObject): InteractionEvent {
  const index = numberField(wire, 'index') ?? 0;
  switch (wire.event_type) {
    case 'interaction.created':
      return { type: 'created', interaction: readInteraction(objectField(wire, 'interaction') ?? {}) };
    case 'interaction.completed':
      return { type: 'completed', interaction: readInteraction(objectField(wire, 'interaction') ?? {}) };
    case 'interaction.status_update': {
      const usage = readUsage(wire.usage);
      return {
        type: 'statusChanged',
        interactionId: textField(wire, 'interaction_id') ?? '',
        status: readStatus(wire.status),
        rawStatus: String(wire.status),
        ...(usage && { usage }),
      };
    }
    case 'step.start': {
      const step = objectField(wire, 'step') ?? {};
      const error = outputError(step)[0];
      return { type: 'stepStarted', index, step: readStep(step), ...(error && { error }) };
    }
    case 'step.delta':
      return { type: 'stepGrew', index, delta: readDelta(wire.delta) };
    case 'step.stop':
      return { type: 'stepStopped', index };
    case 'error':
      return { type: 'failed', error: readError(objectField(wire, 'error') ?? {}) };
    default:
      return { type: 'unknown', wire };
  }
}

/** Reads an interaction as `create`, `get` and the events of a stream give it. */
export function readInteraction(wire: JsonObject): Interaction {
  const usage = readUsage(wire.usage);
  const continuationToken = textField(wire, 'continuation_token');
  const agent = textField(wire, 'agent');
  const environmentId = textField(wire, 'environment_id');
  const model = textField(wire, 'model')?.replace(/^models\//, '');
  return {
    id: textField(wire, 'id') ?? '',
    status: readStatus(wire.status),
    rawStatus: String(wire.status),
    steps: readSteps(wire.steps),
    ...(usage && { usage }),
    ...(model && { model }),
    ...(agent && { agent }),
    ...(environmentId && { environmentId }),
    ...(continuationToken !== undefined && { continuationToken }),
    errors: [...objectsField(wire, 'errors').map(readError), ...objectsField(wire, 'steps').flatMap(outputError)],
  };
}

/** What the service says went wrong with one output. Source: SDK type `ModelOutputStep.error`. */
function outputError(step: JsonObject): readonly ServiceError[] {
  const error = step.type === 'model_output' ? objectField(step, 'error') : undefined;
  return error ? [readError(error)] : [];
}

/** Reads an interaction as `get` gives it together with its input. */
export function readRemembered(wire: JsonObject): RememberedInteraction {
  const steps = objectsField(wire, 'steps');
  // What stands before the last question is of the question, or came along with it.
  const answered = steps.slice(steps.findLastIndex(({ type }) => type === 'user_input') + 1);
  const previousInteractionId = textField(wire, 'previous_interaction_id');
  const createdAt = Date.parse(textField(wire, 'created') ?? '');
  return {
    ...readInteraction({ ...wire, steps: answered }),
    input: readInput(wire),
    ...(previousInteractionId !== undefined && { previousInteractionId }),
    model: textField(wire, 'model') ?? '',
    ...(Number.isFinite(createdAt) && { createdAt }),
  };
}

/** All ways to write an input come down to steps. Source: SDK type `Interaction['input']`. */
function readInput({ input, steps }: JsonObject): readonly JsonObject[] {
  if (typeof input === 'string') return [{ type: 'user_input', content: [{ type: 'text', text: input }] }];
  const members: readonly JsonValue[] = Array.isArray(input) ? input : input === undefined ? [] : [input];
  const objects = members.filter(isJsonObject);
  if (objects.length > 0) {
    return objects.every(isContent) ? [{ type: 'user_input', content: objects }] : objects;
  }
  return Array.isArray(steps) ? steps.filter(isJsonObject).filter(({ type }) => type === 'user_input') : [];
}

function isContent({ type }: JsonObject): boolean {
  return type === undefined || type === 'text' || mediaTypes.some((known) => known === type);
}

function readError(wire: JsonObject): ServiceError {
  const code = readCode(wire.code) || readCode(wire.status);
  return { reason: reasonOfCode(code, textField(wire, 'message') ?? ''), code };
}
