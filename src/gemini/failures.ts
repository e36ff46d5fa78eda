import { Failure, type FailureReason } from '../core/base/failure';
import { readErrorBody } from './errorBody';
import { classifyRefusal } from './failureReasons';
import { networkFailure } from './networkErrors';

/** What was asked for: it tells what a 404 did not find. `continue` is a create that names an earlier interaction. */
export type RequestKind = 'create' | 'continue' | 'other';

/** Makes the Failure for an answer that is not a success. The body may be JSON of any shape, HTML or nothing. */
export function failureFromResponse(status: number, headers: Headers, body: string, kind: RequestKind): Failure {
  if ((headers.get('content-type') ?? '').includes('text/html')) return new Failure('foreignAnswer', { status });
  const error = readErrorBody(body);
  const retryAfterMs = error.retryDelayMs ?? retryAfterHeader(headers);
  const { reason: found, code = error.code } = classifyRefusal(status, error, retryAfterMs);
  const reason = found === 'historyExpired' || found === 'notFound' ? whatIsMissing(found, kind) : found;
  return new Failure(reason, {
    status,
    ...(code && { code }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
}

/** A new question names nothing that could be missing but its model. */
function whatIsMissing(found: 'historyExpired' | 'notFound', kind: RequestKind): FailureReason {
  if (kind === 'create') return 'modelUnavailable';
  return kind === 'continue' ? found : 'notFound';
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
  // A body that was cut, or that something on the way put in its place: only the SDK's reading throws these.
  if (chain.some((error) => error instanceof SyntaxError)) return new Failure('malformedAnswer', { cause: thrown });
  const network = chain.some(
    (error) => error instanceof TypeError && /fetch failed|terminated|network/i.test(error.message),
  );
  return network ? new Failure('connectionLost', { cause: thrown }) : undefined;
}

/** Seconds or a date, the date measured against the answer's own clock rather than this machine's. */
function retryAfterHeader(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  // `Date.parse` takes "-12" and the like for a date of long ago, which would mean no wait at all.
  const until = value.endsWith('GMT') ? Date.parse(value) : Number.NaN;
  const now = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) || Number.isNaN(now) ? undefined : Math.max(0, until - now);
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
