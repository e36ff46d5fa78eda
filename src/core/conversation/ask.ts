import type { Clock } from '../base/clock';
import type { InteractionEvent } from '../interactions/events';
import { type StreamLimits, usualLimits, withinLimits } from '../interactions/limits';
import type { InteractionRequest, Interactions } from '../interactions/port';
import type { Answer } from './answer';
import type { AnswerChange } from './answerParts';
import { outcomeOf, type TurnOutcome } from './turnOutcome';

export interface AskServices {
  readonly interactions: Pick<Interactions, 'ask'>;
  readonly clock: Clock;
  /** Default: `usualLimits`. */
  readonly limits?: StreamLimits;
}

export interface AskOptions {
  /** Is told of each event after it was applied to the answer, and of what it changed. */
  readonly onEvent?: (event: InteractionEvent, changes: readonly AnswerChange[]) => void;
  /** Read after each event. True: the rest of the answer is not wanted. */
  readonly isEnough?: () => boolean;
}

/**
 * Asks a question once and reduces the events into `answer`. A stream that is silent beyond the limits ends with the
 * Failure `timedOut`. The outcome is `stopped` when the signal aborts or the answer is enough. Rejects with the Failure
 * of the request or of its stream.
 */
export async function ask(
  { interactions, clock, limits = usualLimits }: AskServices,
  request: InteractionRequest,
  answer: Answer,
  signal: AbortSignal,
  { onEvent = () => {}, isEnough = () => false }: AskOptions = {},
): Promise<TurnOutcome> {
  try {
    for await (const event of withinLimits((own) => interactions.ask(request, own), limits, clock, signal)) {
      if (signal.aborted) break;
      onEvent(event, answer.apply(event));
      if (isEnough()) return { status: 'stopped' };
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return signal.aborted ? { status: 'stopped' } : outcomeOf(answer);
}
