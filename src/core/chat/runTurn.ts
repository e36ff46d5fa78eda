import type { Clock } from '../clock';
import { Failure, type FailureReason } from '../failure';
import { type StreamLimits, withinLimits } from '../interactions/limits';
import type { InteractionRequest, Interactions } from '../interactions/port';
import { retryWait } from '../interactions/retryPolicy';
import { isTerminal } from '../interactions/status';
import { Answer, type AnswerChange } from './answer';
import type { TurnFailure, TurnWait, WantedWait } from './turn';

export type TurnOutcome =
  | { readonly status: 'done'; readonly endedAs: string | undefined }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly failure: TurnFailure };

/** A request, and the same question with the whole history for when the service no longer has the earlier turns. */
export interface TurnRequest {
  readonly request: InteractionRequest;
  readonly rebuilt: InteractionRequest | undefined;
  /** A wait before the first try, in milliseconds. */
  readonly firstWait?: WantedWait | undefined;
}

/** What a turn runs on. */
export interface TurnEngine {
  readonly interactions: Interactions;
  readonly clock: Clock;
  readonly limits: StreamLimits;
  /** Between 0 and 1, for the jitter of waits. */
  readonly random: () => number;
}

/** Told of a running turn. */
export interface TurnWatcher {
  onChange(changes: readonly AnswerChange[]): void;
  /** The turn waits before it asks again, or, when undefined, has stopped waiting. */
  onWait(wait: TurnWait | undefined): void;
  /** The answer broke off, but the service has all of it: this takes its place. */
  onReplaced(whole: Answer): void;
}

/** How long the service is asked for an answer that broke off, in milliseconds. */
const lookUpMs = 10_000;

/**
 * Asks one question and reduces its events. The answer is complete only after the service said so: a stream that merely
 * ends is a cut. The question is repeated by itself only while the service refuses it in so many words.
 */
export async function runTurn(
  engine: TurnEngine,
  { request, rebuilt, firstWait }: TurnRequest,
  answer: Answer,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome> {
  if (firstWait) await waitVisibly(engine, firstWait, signal, watcher);
  let asked = request;
  for (let retries = 0; !signal.aborted; ) {
    const outcome = await consume(engine, asked, answer, signal, watcher);
    if (outcome.status !== 'failed') return outcome;
    const { failure } = outcome;
    if (failure.reason === 'historyExpired' && answer.isUntouched && rebuilt && asked !== rebuilt) {
      // The service refused before it answered anything, so asking with everything cannot bill twice.
      answer.forgetError();
      asked = rebuilt;
      continue;
    }
    const ms = answer.hasBegun ? undefined : retryWait(knownOf(failure), retries, engine.random());
    if (ms === undefined) return (await lookUp(engine, answer, failure.reason, signal, watcher)) ?? outcome;
    retries += 1;
    await waitVisibly(engine, { reason: failure.reason, ms }, signal, watcher);
  }
  return { status: 'stopped' };
}

async function consume(
  { interactions, limits, clock }: TurnEngine,
  request: InteractionRequest,
  answer: Answer,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome> {
  try {
    for await (const event of withinLimits((own) => interactions.ask(request, own), limits, clock, signal)) {
      if (signal.aborted) break;
      watcher.onChange(answer.apply(event));
    }
    return signal.aborted ? { status: 'stopped' } : outcomeOf(answer);
  } catch (error) {
    if (signal.aborted) return { status: 'stopped' };
    if (!(error instanceof Failure)) throw error;
    return { status: 'failed', failure: toTurnFailure(error) };
  }
}

async function waitVisibly(
  { clock }: TurnEngine,
  { reason, ms }: WantedWait,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<void> {
  watcher.onWait({ reason, endsAt: clock.now() + ms });
  await clock.wait(ms, signal);
  watcher.onWait(undefined);
}

/** Failures after which the service may have the whole answer although the stream did not bring it. */
const mayBeWhole: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'truncated',
  'malformedAnswer',
  'connectionLost',
  'timedOut',
  'slept',
]);

/**
 * Asks once for an answer that broke off, and follows it to its end if it is still being written. It costs nothing; if
 * the service does not have the whole of it, what came is kept.
 */
async function lookUp(
  engine: TurnEngine,
  answer: Answer,
  reason: FailureReason,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome | undefined> {
  if (!answer.interactionId || !mayBeWhole.has(reason)) return undefined;
  try {
    const whole = await findWhole(engine, answer.interactionId, signal);
    if (signal.aborted) return { status: 'stopped' };
    if (whole?.completed?.status !== 'completed') return undefined;
    watcher.onReplaced(whole);
    return outcomeOf(whole);
  } catch (error) {
    // The answer could not be had in this way either; the first failure is the one to tell.
    if (error instanceof Failure || signal.aborted) return signal.aborted ? { status: 'stopped' } : undefined;
    throw error;
  }
}

async function findWhole(
  { interactions, clock, limits }: TurnEngine,
  id: string,
  signal: AbortSignal,
): Promise<Answer | undefined> {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener('abort', stop, { once: true });
  try {
    const late = clock.wait(lookUpMs, own.signal).then(() => undefined);
    const found = await Promise.race([interactions.get(id, own.signal), late]);
    if (!found || isTerminal(found.status)) return found && Answer.of(found);
  } finally {
    signal.removeEventListener('abort', stop);
    own.abort();
  }
  const followed = new Answer();
  const events = withinLimits((inner) => interactions.follow(id, undefined, inner), limits, clock, signal);
  for await (const event of events) followed.apply(event);
  return followed;
}

function outcomeOf(answer: Answer): TurnOutcome {
  const said = answer.failureOfError();
  if (answer.error && said) return { status: 'failed', failure: said };
  const completed = answer.completed;
  if (!completed) {
    return { status: 'failed', failure: { reason: answer.malformed > 0 ? 'malformedAnswer' : 'truncated' } };
  }
  switch (completed.status) {
    case 'completed':
      return { status: 'done', endedAs: undefined };
    case 'requires_action':
    case 'incomplete':
    case 'budget_exceeded':
    case 'cancelled':
      return { status: 'done', endedAs: completed.status };
    case 'requires_continuation':
      return { status: 'failed', failure: { reason: 'truncated' } };
    case 'failed':
      return { status: 'failed', failure: said ?? { reason: 'generationFailed' } };
    case 'queued':
    case 'in_progress':
    case 'unknown':
      // Fails closed: what it means is not known, so it does not count as an answer.
      return { status: 'failed', failure: { reason: 'unknown', code: completed.rawStatus } };
  }
}

function knownOf(failure: TurnFailure) {
  return { reason: failure.reason, status: failure.status, retryAfterMs: failure.retryAfterMs };
}

function toTurnFailure(failure: Failure): TurnFailure {
  return {
    reason: failure.reason,
    ...(failure.code !== undefined && { code: failure.code }),
    ...(failure.status !== undefined && { status: failure.status }),
    ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
  };
}
