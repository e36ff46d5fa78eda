import { isJsonObject, type JsonObject, objectField, objectsField, textField } from '../core/base/json';

/** What an HTTP error says of itself, whichever of the service's three body shapes it came in. */
export interface ErrorBody {
  /** In lower case, as the Interactions API writes codes; empty when there is none. */
  readonly code: string;
  /** The service's sentence. It may quote the request, so it is read here and never kept. */
  readonly message: string;
  /** `details[].reason` of google.rpc errors: the most exact word there is. */
  readonly reasons: readonly string[];
  /** `RetryInfo.retryDelay`, in milliseconds. */
  readonly retryDelayMs: number | undefined;
  /** A quota that is counted by the day is used up. */
  readonly perDay: boolean;
}

/** Reads an error body: `{error:{code,message}}`, the same in google.rpc style, or a list of either. Never throws. */
export function readErrorBody(body: string): ErrorBody {
  const parsed = parse(body);
  const first = Array.isArray(parsed) ? parsed.find(isJsonObject) : parsed;
  const error = isJsonObject(first) ? (objectField(first, 'error') ?? first) : {};
  const details = objectsField(error, 'details');
  return {
    // The number of a google.rpc error is its HTTP status once more; the word beside it says more.
    code: readCode(typeof error.code === 'number' ? error.status : error.code) || readCode(error.status),
    message: textField(error, 'message') ?? '',
    reasons: details.flatMap((detail) => textField(detail, 'reason') ?? []),
    retryDelayMs: details.map(retryDelay).find((delay) => delay !== undefined),
    perDay: /PerDay/i.test(body),
  };
}

/**
 * A code in lower case if the value looks like a code. Anything else may hold content or a key, and codes are logged and
 * kept: it counts as none. Numbers are those of google.rpc.Code (below 100) or HTTP statuses.
 */
export function readCode(value: unknown): string {
  if (typeof value === 'number') return rpcCodes[value] ?? httpCodes[value] ?? '';
  if (typeof value !== 'string' || /AIza/.test(value) || !/^[a-z][\w.-]{0,63}$/i.test(value)) return '';
  return value.toLowerCase();
}

/** Source: google.rpc.Code, which the SDK's `Status.code` names. The position is the number. */
const rpcCodes: readonly string[] = [
  '',
  'cancelled',
  'unknown',
  'invalid_argument',
  'deadline_exceeded',
  'not_found',
  'already_exists',
  'permission_denied',
  'resource_exhausted',
  'failed_precondition',
  'aborted',
  'out_of_range',
  'unimplemented',
  'internal',
  'unavailable',
  'data_loss',
  'unauthenticated',
];

const httpCodes: Readonly<Record<number, string>> = {
  400: 'invalid_argument',
  401: 'unauthenticated',
  402: 'payment_required',
  403: 'permission_denied',
  404: 'not_found',
  408: 'deadline_exceeded',
  409: 'aborted',
  429: 'resource_exhausted',
  500: 'internal',
  501: 'unimplemented',
  503: 'unavailable',
  504: 'deadline_exceeded',
};

function retryDelay(detail: JsonObject): number | undefined {
  const seconds = /^(\d+(?:\.\d+)?)s$/.exec(textField(detail, 'retryDelay') ?? '')?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // HTML or a cut body: there is nothing to read in it.
    return undefined;
  }
}
