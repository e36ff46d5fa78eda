import { Failure, type FailureReason, traits } from '../base/failure';
import type { Answer } from '../conversation/answer';
import { ask, type NextOf, type NextRequest } from '../conversation/ask';
import type { TurnFailure, WantedWait } from '../conversation/turn';
import { type TurnOutcome, toTurnFailure } from '../conversation/turnOutcome';
import type { InteractionRequest } from '../interactions/port';
import { retryWait } from '../interactions/retryPolicy';
import type { EarlierAnswers } from './earlierAnswers';
import { type RemedyKind, remedyFor } from './remedies';
import { resumeInteraction } from './resumeInteraction';
import type { TurnServices, TurnWatcher } from './turnServices';

/** What a turn asks. */
export interface TurnRequest {
  readonly request: InteractionRequest;
  readonly rebuilt: InteractionRequest | undefined;
  /** A wait before the first try, in milliseconds. */
  readonly firstWait?: WantedWait | undefined;
  /** The request with files that Google has, in place of those that it no longer has. Undefined: they are lost. */
  readonly renew?: ((asked: InteractionRequest) => Promise<InteractionRequest | undefined>) | undefined;
  /** What follows each answer. Default: the rest of one that is longer than one call. */
  readonly next?: NextOf | undefined;
}

/**
 * Asks one question and reduces its events. The answer is complete only after the service said so: a stream that merely
 * ends is a cut. The question is repeated by itself only while the service refuses it explicitly, and a further request of
 * the same turn not even then.
 */
export async function runTurn(
  services: TurnServices,
  { request, rebuilt, firstWait, renew, next }: TurnRequest,
  answer: Answer,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome> {
  if (firstWait) await waitVisibly(services, firstWait, signal, watcher);
  let asked = request;
  /** Set once a further request was made. */
  let earlier: EarlierAnswers | undefined;
  const onNext = (following: NextRequest) => {
    asked = following.request;
    watcher.onAsked(asked);
    earlier = { steps: answer.steps, usage: answer.usage };
  };
  let isToldForeground = false;
  const onEvent: TurnWatcher['onEvent'] = (event, changes) => {
    if (request.background && !asked.background && answer.hasBegun && !isToldForeground) {
      isToldForeground = true;
      watcher.onForeground();
    }
    watcher.onEvent(event, changes);
  };
  const options = { onEvent, onNext, ...(next && { next }) };
  const tried = new Set<RemedyKind>();
  let isRenewed = false;
  for (let retries = 0; !signal.aborted; ) {
    watcher.onAsked(asked);
    const outcome = await outcomeOfAsking(ask(services, asked, answer, signal, options));
    if (outcome.status !== 'failed') return outcome;
    const { failure } = outcome;
    // The service refused before it answered anything, so asking in another form cannot bill twice.
    const remedy = answer.isUntouched && !earlier ? remedyFor(failure, asked, rebuilt, tried) : undefined;
    if (remedy) {
      answer.forgetError();
      asked = remedy.request;
      tried.add(remedy.kind);
      if (remedy.kind === 'rebuild') watcher.onRebuilt();
      continue;
    }
    if (renew && !isRenewed && lacksFile(failure) && answer.isUntouched && !earlier) {
      isRenewed = true;
      const renewed = await renew(asked);
      if (signal.aborted) break;
      if (renewed) {
        answer.forgetError();
        asked = renewed;
        continue;
      }
    }
    const ms = answer.hasBegun || earlier ? undefined : retryWait(knownOf(failure), retries, services.random());
    if (ms === undefined) {
      return (await tryResume(services, asked, answer, earlier, failure.reason, signal, watcher)) ?? outcome;
    }
    retries += 1;
    await waitVisibly(services, { reason: failure.reason, ms }, signal, watcher);
  }
  return { status: 'stopped' };
}

/** Files are kept for two days, and a question may be asked again after that. */
function lacksFile({ reason, code }: TurnFailure): boolean {
  return reason === 'attachmentRefused' && code === 'expired';
}

async function outcomeOfAsking(asking: Promise<TurnOutcome>): Promise<TurnOutcome> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { status: 'failed', failure: toTurnFailure(error) };
  }
}

async function waitVisibly(
  { clock }: TurnServices,
  { reason, ms }: WantedWait,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<void> {
  watcher.onWait({ reason, endsAt: clock.now() + ms });
  await clock.wait(ms, signal);
  watcher.onWait(undefined);
}

/** Looks for an answer that broke off. That costs nothing. Undefined: the service cannot complete it. */
async function tryResume(
  services: TurnServices,
  { background = false, store }: InteractionRequest,
  answer: Answer,
  earlier: EarlierAnswers | undefined,
  reason: FailureReason,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome | undefined> {
  // In the background the answer goes on whatever the stream said. In the foreground only a broken stream hides more.
  if (!store || !answer.interactionId || !(background || traits[reason].mayHaveCompleted)) return undefined;
  const options = { goesOn: background, isPatient: background, earlier };
  return resumeInteraction(services, answer, options, signal, watcher);
}

function knownOf(failure: TurnFailure) {
  return { reason: failure.reason, status: failure.status, retryAfterMs: failure.retryAfterMs };
}
