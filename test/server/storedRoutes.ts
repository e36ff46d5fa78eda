import { setTimeout as pause } from 'node:timers/promises';
import { stream } from './createRoute';
import type { Call } from './serverState';
import { isRecord } from './wire';
import { invalidRequest, refusal } from './wireError';

/** How long a cancelled run takes to notice. */
const cancelMs = 15;

const getParameters = ['include_input', 'stream', 'last_event_id'];

/** GET /interactions/{id} */
export async function get({ state, exchange, id, query }: Call): Promise<void> {
  const unknown = [...query.keys()].find((name) => !getParameters.includes(name));
  if (unknown !== undefined) throw refusal(400, 'parameter_unknown', `Unknown parameter '${unknown}'.`);
  const includeInput = flag(query, 'include_input');
  const streamed = flag(query, 'stream');
  const lastEventId = query.get('last_event_id');
  if (lastEventId !== null && !streamed) throw invalidRequest("'last_event_id' requires 'stream' to be true.");
  const live = state.store.findWithDelay(id);
  if (!streamed) return exchange.json(200, live.resource({ userSteps: true, input: includeInput }));
  const seen = live.events.findIndex((event) => isRecord(event) && event.event_id === lastEventId);
  if (lastEventId !== null && seen < 0) throw invalidRequest(`'last_event_id' '${lastEventId}' is not known.`);
  return stream(state, exchange, live, seen + 1, undefined);
}

/** POST /interactions/{id}/cancel answers at once; the status follows a moment later. */
export async function cancel({ state, exchange, id }: Call): Promise<void> {
  const live = state.store.find(id);
  if (!live.request.background) throw invalidRequest('Only background interactions can be cancelled.');
  if (!live.ended) void pause(cancelMs, undefined, { ref: false }).then(() => live.cancel());
  exchange.json(200, live.resource({ userSteps: false, input: false }));
}

/** DELETE /interactions/{id} */
export async function remove({ state, exchange, id }: Call): Promise<void> {
  state.store.find(id).cancel();
  state.store.remove(id);
  exchange.json(200, {});
}

function flag(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  if (value !== null && value !== 'true' && value !== 'false') {
    throw invalidRequest(`Invalid value at '${name}': expected a boolean.`);
  }
  return value === 'true';
}
