import type { JsonObject } from '../../src/core/base/json';
import type { RequestKind } from '../../src/gemini/failures';
import { settingDefaults } from '../../src/manifest';

/** One request, as it is sent and as `--plan` shows it. The key is added when it is sent. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With the query. */
  readonly path: string;
  readonly body?: JsonObject;
  /** Sent as it is in place of JSON. */
  readonly bytes?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A key in place of the person's. */
  readonly key?: string;
}

/** Stands in a plan for an id that only the answer to an earlier request will tell. */
export const someId = '<id>';

export const model = settingDefaults.model;

/** Enough for a short answer with some thought before it, and a bound for what it can cost. Tokens. */
export const shortAnswer = { max_output_tokens: 1_024, thinking_level: 'low' } as const;
/** The same for an answer of some sentences, or for more thought. */
export const longerAnswer = { ...shortAnswer, max_output_tokens: 2_048 } as const;

export const oneWord = 'Please reply with the one word: ready.';
/** Takes the service several seconds, which leaves time to interrupt it. */
export const longStory = 'Please tell a story of about two thousand words about a lighthouse and its keeper.';

export function asks(text: string): JsonObject {
  return { type: 'user_input', content: [{ type: 'text', text }] };
}

/** A question of the cheapest kind, which Google does not keep, unless the body says otherwise. */
export function create(body: JsonObject = {}, version = 'v1'): Call {
  const usual = { model, input: [asks(oneWord)], store: false, generation_config: shortAnswer };
  return { method: 'POST', path: `/${version}/interactions`, body: { ...usual, ...body } };
}

/** Runs in the background, for a while. */
export function createLong(body: JsonObject = {}): Call {
  const generation_config = { ...shortAnswer, max_output_tokens: 4_096 };
  return create({ input: [asks(longStory)], store: true, background: true, generation_config, ...body });
}

export function get(id: string, query = ''): Call {
  return { method: 'GET', path: `/v1/interactions/${inPath(id)}${query}` };
}

export function follow(id: string, lastEventId?: string): Call {
  const after = lastEventId === undefined ? '' : `last_event_id=${inPath(lastEventId)}&`;
  return get(id, `?${after}stream=true`);
}

export function cancel(id: string): Call {
  return { method: 'POST', path: `/v1/interactions/${inPath(id)}/cancel` };
}

export function remove(id: string): Call {
  return { method: 'DELETE', path: `/v1/interactions/${inPath(id)}` };
}

function inPath(id: string): string {
  return id === someId ? id : encodeURIComponent(id);
}

/** All headers but the key. */
export function headersOf(call: Call): Readonly<Record<string, string>> {
  const isStream = call.body?.stream === true || /[?&]stream=true/.test(call.path);
  return {
    accept: isStream ? 'text/event-stream' : 'application/json',
    ...(call.body && { 'content-type': 'application/json' }),
    ...call.headers,
  };
}

export function isCreate({ method, path }: Call): boolean {
  return method === 'POST' && path.endsWith('/interactions');
}

/** What the product would call the request. */
export function kindOf(call: Call): RequestKind {
  if (!isCreate(call)) return 'other';
  return call.body?.previous_interaction_id === undefined ? 'create' : 'continue';
}
