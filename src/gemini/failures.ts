import { Failure, type FailureReason } from '../core/failure';
import { isJsonObject, type JsonObject, objectField, objectsField, textField } from '../core/json';
import { networkFailure } from './networkErrors';

/** What an HTTP error says of itself, whichever of the service's three body shapes it came in. */
interface ErrorBody {
  readonly code: string;
  readonly message: string;
  /** `details[].reason` of google.rpc errors: the most exact word there is. */
  readonly reasons: readonly string[];
  readonly retryDelayMs: number | undefined;
  readonly perDay: boolean;
}

/**
 * Makes the Failure for an answer that is not a success. The body may be JSON of any shape, HTML or nothing. `isCreate`:
 * an interaction that is not found is then the one to be continued.
 */
export function failureFromResponse(status: number, headers: Headers, body: string, isCreate: boolean): Failure {
  const error = readErrorBody(body);
  const retryAfterMs = error.retryDelayMs ?? retryAfterHeader(headers);
  const html = (headers.get('content-type') ?? '').includes('text/html');
  const found = html ? 'foreignAnswer' : reasonOf(status, error, retryAfterMs);
  const reason = found === 'historyExpired' && !isCreate ? 'notFound' : found;
  return new Failure(reason, {
    status,
    ...(error.code && { code: error.code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** A code as codes look. Anything else may hold content or a key, and codes are logged and kept: it counts as none. */
export function readCode(value: unknown): string {
  return typeof value === 'string' && /^[a-z][\w.-]{0,63}$/i.test(value) && !/AIza/.test(value) ? value : '';
}

/** The reason behind the code of an `error` event or of a failed interaction. */
export function reasonOfCode(code: string, message: string): FailureReason {
  if (blockedCodes.has(code)) return 'contentBlocked';
  if (/result not found/i.test(message)) return 'historyExpired';
  return reasonByCode[code] ?? 'generationFailed';
}

/** Finds the Failure in, or makes it from, whatever a call threw. Undefined: not an expected failure but a bug. */
export function failureFromThrown(thrown: unknown): Failure | undefined {
  const chain = causes(thrown);
  const made = chain.find((error) => error instanceof Failure);
  if (made) return made;
  for (const error of chain) {
    const failure = networkFailure(error, thrown);
    if (failure) return failure;
  }
  const network = chain.some(
    (error) => error instanceof TypeError && /fetch failed|terminated|network/i.test(error.message),
  );
  return network ? new Failure('connectionLost', { cause: thrown }) : undefined;
}

/** Source: "Blocks and generation failures" of the Interactions API's error page. */
const blockedCodes = new Set([
  'safety',
  'recitation',
  'language',
  'prohibited_content',
  'spii',
  'blocklist',
  'content_blocked',
  'image_safety',
  'image_prohibited_content',
  'image_recitation',
]);

const reasonByCode: Readonly<Record<string, FailureReason>> = {
  authentication: 'badKey',
  permission_denied: 'keyNotAllowed',
  model_not_found: 'modelUnavailable',
  rate_limit_exceeded: 'rateLimited',
  too_many_requests: 'rateLimited',
  quota_exceeded: 'quotaExceeded',
  api_error: 'serviceBusy',
  service_unavailable: 'serviceBusy',
  gateway_timeout: 'serviceBusy',
  deadline_exceeded: 'serviceBusy',
  not_found: 'notFound',
  invalid_request: 'invalidRequest',
  parameter_unknown: 'invalidRequest',
};

/** Longer waits than this mean a quota, not a rate. Milliseconds. */
const longestRateWait = 300_000;

function reasonOf(status: number, error: ErrorBody, retryAfterMs: number | undefined): FailureReason {
  // The exact word first, then the wording where the service has no word for it, and the status last.
  if (error.reasons.includes('API_KEY_INVALID')) return 'badKey';
  if (error.reasons.includes('ACCESS_TOKEN_TYPE_UNSUPPORTED')) return 'badKey';
  if (/reported as leaked/i.test(error.message)) return 'leakedKey';
  if (/legacy Interactions API schema/i.test(error.message)) return 'clientTooOld';
  if (/input token count.*exceeds the maximum/i.test(error.message)) return 'tooLong';
  if (blockedCodes.has(error.code)) return 'contentBlocked';
  if (status === 429) {
    return error.perDay || (retryAfterMs ?? 0) > longestRateWait || error.code === 'quota_exceeded'
      ? 'quotaExceeded'
      : 'rateLimited';
  }
  if ((status === 404 || status === 400) && /previous_interaction|interaction.*not found/i.test(error.message)) {
    return 'historyExpired';
  }
  if (status === 404 && /model|agent/i.test(`${error.code} ${error.message}`)) return 'modelUnavailable';
  const byCode = reasonByCode[error.code];
  if (byCode) return byCode;
  if (status === 408 || status === 409) return 'serviceBusy';
  if (status === 401) return 'badKey';
  if (status === 403) return 'keyNotAllowed';
  if (status === 404) return 'notFound';
  if (status >= 500) return 'serviceBusy';
  return status >= 400 ? 'invalidRequest' : 'foreignAnswer';
}

function readErrorBody(body: string): ErrorBody {
  const parsed = parse(body);
  const first = Array.isArray(parsed) ? parsed.find(isJsonObject) : parsed;
  const error = isJsonObject(first) ? (objectField(first, 'error') ?? first) : {};
  const details = objectsField(error, 'details');
  const status = textField(error, 'status') ?? '';
  return {
    code: readCode(error.code) || readCode(status.toLowerCase()),
    message: textField(error, 'message') ?? '',
    reasons: details.flatMap((detail) => textField(detail, 'reason') ?? []),
    retryDelayMs: details.map(retryDelay).find((delay) => delay !== undefined),
    perDay: /PerDay/i.test(body),
  };
}

function retryDelay(detail: JsonObject): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(textField(detail, 'retryDelay') ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

/** Seconds or a date, the date measured against the answer's own clock rather than this machine's. */
function retryAfterHeader(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const until = Date.parse(value);
  const now = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // HTML or a cut body: there is nothing to read in it.
    return undefined;
  }
}

function causes(thrown: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let error = thrown; error instanceof Error && chain.length < 8; error = error.cause) {
    // Of several addresses tried, each has failed in its own way; the first is the one that was preferred.
    const first: unknown = error instanceof AggregateError ? error.errors[0] : undefined;
    if (first instanceof Error) chain.push(first);
    chain.push(error);
  }
  return chain;
}
