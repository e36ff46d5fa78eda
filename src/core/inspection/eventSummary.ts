import type { JsonObject, JsonValue } from '../base/json';
import type { TapedEvent } from '../chat/turnTapes';
import type { Interaction, InteractionEvent, ServiceError } from '../interactions/events';
import { usageFields } from './usageFields';

/** An event under the service's own names. What it brings is in the steps as a whole; `ms` counts from the first request. */
export function eventSummary({ ms, event }: TapedEvent): JsonObject {
  const { eventId, totalUsage } = event;
  return {
    ms: Math.round(ms),
    ...fieldsOf(event),
    ...(eventId !== undefined && { event_id: eventId }),
    ...(totalUsage && { total_usage: usageFields(totalUsage) }),
  };
}

function fieldsOf(event: InteractionEvent): JsonObject {
  switch (event.type) {
    case 'connected':
      return { event_type: '(headers)' };
    case 'created':
      return { event_type: 'interaction.created', ...interactionFields(event.interaction) };
    case 'completed':
      return { event_type: 'interaction.completed', ...interactionFields(event.interaction) };
    case 'statusChanged':
      return { event_type: 'interaction.status_update', status: event.rawStatus };
    case 'stepStarted':
      return {
        event_type: 'step.start',
        index: event.index,
        step: event.step.wire,
        ...(event.error && { error: errorFields(event.error) }),
      };
    case 'stepGrew':
      return { event_type: 'step.delta', index: event.index, delta: event.delta.wire };
    case 'stepStopped':
      return { event_type: 'step.stop', index: event.index };
    case 'failed':
      return { event_type: 'error', error: errorFields(event.error) };
    case 'unknown':
      return event.wire;
    case 'malformed':
      return { event_type: '(no JSON)', raw: event.raw };
  }
}

function interactionFields({ id, rawStatus, usage, errors }: Interaction): JsonObject {
  const list: readonly JsonValue[] = errors.map(errorFields);
  return {
    interaction: {
      id,
      status: rawStatus,
      ...(usage && { usage: usageFields(usage) }),
      ...(list.length > 0 && { errors: list }),
    },
  };
}

function errorFields({ code, reason }: ServiceError): JsonObject {
  return { code: code || reason };
}
