import type { Failure } from '../../src/core/base/failure';
import { isJsonObject, type JsonObject, objectField, objectsField, textField } from '../../src/core/base/json';
import { failureFromResponse } from '../../src/gemini/failures';
import { type Call, kindOf } from './calls';
import { jsonOrText } from './frames';
import type { Redactor } from './redact';

/** An answer that came in one piece. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where the body is no JSON object. */
  readonly body: JsonObject;
  /** What the product makes of a refusal. Undefined: it was none. */
  readonly failure: Failure | undefined;
  /** The same in a few words: `200 completed`, or `404 model_not_found -> modelUnavailable`. */
  readonly words: string;
  /** What of it may be handed on. */
  readonly facts: JsonObject;
}

export function readAnswered(call: Call, response: Response, text: string, ms: number, redactor: Redactor): Answered {
  const { status, headers } = response;
  const value = jsonOrText(text);
  const body = isJsonObject(value) ? value : {};
  redactor.learn(body);
  const common = { status, ms: Math.round(ms), fields: redactor.words(Object.keys(body)) };
  if (response.ok) {
    const state = textField(body, 'status');
    const words = state === undefined ? `${status}` : `${status} ${redactor.word(state)}`;
    return { status, headers, body, failure: undefined, words, facts: common };
  }
  const failure = failureFromResponse(status, headers, text, kindOf(call));
  const error = errorIn(value);
  const facts = {
    ...common,
    form: formOf(value, error),
    contentType: redactor.word((headers.get('content-type') ?? '').split(';')[0]),
    code: redactor.word(error?.code),
    googleStatus: redactor.word(error?.status),
    details: objectsField(error ?? {}, 'details').map((detail) => redactor.word(detail.reason ?? detail['@type'])),
    message: redactor.message(textField(error ?? {}, 'message') ?? ''),
    retryAfter: failure.retryAfterMs ?? null,
  };
  const words = `${status} ${redactor.word(failure.code ?? 'no_code')} -> ${failure.reason}`;
  return { status, headers, body, failure, words, facts };
}

function errorIn(value: unknown): JsonObject | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isJsonObject(first) ? objectField(first, 'error') : undefined;
}

/** The service has three forms for the body of a refusal. Anything else comes from somewhere between. */
function formOf(value: unknown, error: JsonObject | undefined): string {
  if (!error) return value === '' ? 'empty' : 'foreign';
  if (Array.isArray(value)) return 'list';
  return typeof error.code === 'number' ? 'google.rpc' : 'interactions';
}
