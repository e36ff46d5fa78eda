import { readFileSync } from 'node:fs';
import { GoogleGenAI, type Interactions } from '@google/genai';
import { type LocalServer, type LocalServerOptions, startLocalServer } from '../../server/localServer';
import type { ApiVersion } from '../../server/wire';

export const model = 'gemini-3.8-flash';
/** No retries: a test sees each answer once. */
export const once = { maxRetries: 0 };

/**
 * Runs a test against a fresh server and closes it afterwards, however the test ends. The client is the SDK as it is, which
 * sends `stream=false` with every unary get: the server lets that pass here, unless the test wants it refused.
 */
export function withServer(
  test: (server: LocalServer, ai: GoogleGenAI) => Promise<void>,
  options?: LocalServerOptions,
): () => Promise<void> {
  return async () => {
    const server = await startLocalServer({ refusesStreamFalse: false, ...options });
    try {
      await test(server, clientOf(server));
    } finally {
      await server.close();
    }
  };
}

export function clientOf(server: LocalServer, apiKey = 'k', apiVersion: ApiVersion = 'v1'): GoogleGenAI {
  return new GoogleGenAI({ apiKey, vertexai: false, apiVersion, httpOptions: { baseUrl: server.url } });
}

export async function eventsOf(
  stream: PromiseLike<AsyncIterable<Interactions.InteractionSSEEvent>>,
): Promise<Interactions.InteractionSSEEvent[]> {
  const events: Interactions.InteractionSSEEvent[] = [];
  for await (const event of await stream) events.push(event);
  return events;
}

/** The text a person would see, wherever in the events it travelled. */
export function textIn(events: readonly Interactions.InteractionSSEEvent[]): string {
  return events.map(textPiece).join('');
}

function textPiece(event: Interactions.InteractionSSEEvent): string {
  if (event.event_type === 'step.delta') return event.delta.type === 'text' ? event.delta.text : '';
  if (event.event_type !== 'step.start' || event.step.type !== 'model_output') return '';
  return (event.step.content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}

export function deltasIn(events: readonly Interactions.InteractionSSEEvent[]): Interactions.StepDelta['delta'][] {
  return events.flatMap((event) => (event.event_type === 'step.delta' ? [event.delta] : []));
}

export function completedIn(
  events: readonly Interactions.InteractionSSEEvent[],
): Interactions.InteractionCompletedEvent['interaction'] {
  const last = events.at(-1);
  if (last?.event_type !== 'interaction.completed') throw new Error(`the stream ended with ${last?.event_type}`);
  return last.interaction;
}

/** Asks without streaming and gives the answer's text. */
export async function ask(
  ai: GoogleGenAI,
  input: string,
  more: { readonly previous_interaction_id?: string; readonly system_instruction?: string } = {},
): Promise<{ readonly id: string; readonly text: string }> {
  const { id, output_text } = await ai.interactions.create({ model, input, ...more }, once);
  return { id, text: output_text ?? '' };
}

/** Polls as a client does, but without waiting: the server needs only its turns of the event loop. */
export async function untilStatus(ai: GoogleGenAI, id: string, status: string): Promise<Interactions.Interaction> {
  for (;;) {
    const found = await ai.interactions.get(id, {}, once);
    if (found.status === status) return found;
    if (!['queued', 'in_progress'].includes(found.status)) throw new Error(`it became ${found.status}`);
  }
}

/** The HTTP status and parsed body of a request the SDK would not send. */
export async function send(
  server: LocalServer,
  path: string,
  init: { readonly method?: string; readonly key?: string; readonly body?: unknown } = {},
): Promise<{ readonly status: number; readonly text: string; readonly type: string | null }> {
  const { method = init.body === undefined ? 'GET' : 'POST', key = 'k', body } = init;
  const payload = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const headers = { ...(key === '' ? {} : { 'x-goog-api-key': key }), 'content-type': 'application/json' };
  const response = await fetch(server.url + path, { method, headers, ...payload });
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

export function fixture(name: string): string {
  return readFileSync(`test/fixtures/sse/${name}.sse`, 'utf8');
}
