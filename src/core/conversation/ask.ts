import type { AnswerChange } from '../../parts/answerChange';
import type { Clock } from '../base/clock';
import type { JsonObject } from '../base/json';
import { continuedRequest } from '../interactions/continuation';
import type { InteractionEvent } from '../interactions/events';
import { type StreamLimits, usualLimits, withinLimits } from '../interactions/limits';
import type { InteractionRequest, Interactions } from '../interactions/port';
import { readStep } from '../interactions/steps';
import type { Answer } from './answer';
import { outcomeOf, type TurnOutcome } from './turnOutcome';

export interface AskServices {
  readonly interactions: Pick<Interactions, 'ask'>;
  readonly clock: Clock;
  /** Default: `usualLimits`. */
  readonly limits?: StreamLimits;
}

/** A further request of the same turn. */
export interface NextRequest {
  readonly request: InteractionRequest;
  /** Steps of our own, in wire form, that come before its answer: the results of functions. They join the answer's steps. */
  readonly steps?: readonly JsonObject[];
}

/**
 * Says what follows an interaction that has completed: another request, or undefined where the answer is at its end. It
 * may take its time, until the signal aborts. `asked`: the request before. Rejects with a Failure only.
 */
export type NextOf = (
  asked: InteractionRequest,
  answer: Answer,
  signal: AbortSignal,
) => NextRequest | undefined | Promise<NextRequest | undefined>;

export interface AskOptions {
  /** Default: the rest of an answer that is longer than one call. */
  readonly next?: NextOf;
  /** A further request is about to be made. The answer holds all that belongs to the requests before. */
  readonly onNext?: (next: NextRequest) => void;
  /** Is told of each event after it was applied to the answer, and of what it changed. */
  readonly onEvent?: (event: InteractionEvent, changes: readonly AnswerChange[]) => void;
  /** Read after each event. True: the rest of the answer is not wanted. */
  readonly isEnough?: () => boolean;
}

/** More requests than these are an endless loop of the service: a continuation alone may bring 65,536 tokens. */
const mostRequests = 64;

/** Asks for the rest of an answer that reached the length of one call. */
const restOfAnswer: NextOf = (asked, { completed }) => {
  const request = completed && continuedRequest(asked, completed);
  return request && { request };
};

/**
 * Asks, and makes the further requests of the same turn, each once. Reduces all events into `answer`. A stream that is
 * silent beyond the limits ends with the Failure `timedOut`. The outcome is `stopped` when the signal aborts or the answer
 * is enough. Rejects with the Failure of a request or of its stream; the answer keeps what came before.
 */
export async function ask(
  { interactions, clock, limits = usualLimits }: AskServices,
  first: InteractionRequest,
  answer: Answer,
  signal: AbortSignal,
  { next = restOfAnswer, onNext = () => {}, onEvent = () => {}, isEnough = () => false }: AskOptions = {},
): Promise<TurnOutcome> {
  let request = first;
  try {
    for (let count = 1; ; count += 1) {
      for await (const event of withinLimits((own) => interactions.ask(request, own), limits, clock, signal)) {
        if (signal.aborted) break;
        onEvent(event, answer.apply(event));
        if (isEnough()) return { status: 'stopped' };
      }
      if (signal.aborted) break;
      const mayGoOn = answer.completed && !answer.error && count < mostRequests;
      const following = mayGoOn ? await Promise.resolve(next(request, answer, signal)) : undefined;
      if (signal.aborted) break;
      if (!following) return outcomeOf(answer);
      for (const event of eventsOf(following.steps ?? [], answer)) onEvent(event, answer.apply(event));
      onNext(following);
      request = following.request;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return { status: 'stopped' };
}

/** Steps that did not come over the wire, in the form in which all others come. */
function eventsOf(steps: readonly JsonObject[], answer: Answer): readonly InteractionEvent[] {
  const first = answer.steps.length;
  return steps.flatMap((wire, i): InteractionEvent[] => [
    { type: 'stepStarted', index: first + i, step: readStep(wire) },
    { type: 'stepStopped', index: first + i },
  ]);
}
