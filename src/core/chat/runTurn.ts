import { Failure } from '../failure';
import type { InteractionRequest, Interactions } from '../interactions/port';
import type { Answer, AnswerChange } from './answer';
import type { TurnFailure } from './turn';

export type TurnOutcome =
  | { readonly status: 'done'; readonly endedAs: string | undefined }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly failure: TurnFailure };

/** A request, and the same question with the whole history for when the service no longer has the earlier turns. */
export interface TurnRequest {
  readonly request: InteractionRequest;
  readonly rebuilt: InteractionRequest | undefined;
}

/**
 * Asks one question and reduces its events. The answer is complete only after the service said so: a stream that merely
 * ends is a cut.
 */
export async function runTurn(
  interactions: Interactions,
  { request, rebuilt }: TurnRequest,
  answer: Answer,
  signal: AbortSignal,
  onChange: (changes: readonly AnswerChange[]) => void,
): Promise<TurnOutcome> {
  const first = await consume(interactions, request, answer, signal, onChange);
  const forgotten = first.status === 'failed' && first.failure.reason === 'historyExpired' && answer.isUntouched;
  if (!forgotten || !rebuilt) return first;
  // The service refused before it answered anything, so asking once more with everything cannot bill twice.
  answer.error = undefined;
  return consume(interactions, rebuilt, answer, signal, onChange);
}

async function consume(
  interactions: Interactions,
  request: InteractionRequest,
  answer: Answer,
  signal: AbortSignal,
  onChange: (changes: readonly AnswerChange[]) => void,
): Promise<TurnOutcome> {
  try {
    for await (const event of interactions.ask(request, signal)) {
      if (signal.aborted) break;
      onChange(answer.apply(event));
    }
    return signal.aborted ? { status: 'stopped' } : outcomeOf(answer);
  } catch (error) {
    return failed(error, signal);
  }
}

function outcomeOf(answer: Answer): TurnOutcome {
  const said = answer.failureOfError();
  if (answer.error && said) return { status: 'failed', failure: said };
  const completed = answer.completed;
  if (!completed)
    return { status: 'failed', failure: { reason: answer.malformed > 0 ? 'malformedAnswer' : 'truncated' } };
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
      return { status: 'failed', failure: { reason: 'unknown', code: completed.rawStatus } };
  }
}

function failed(error: unknown, signal: AbortSignal): TurnOutcome {
  if (signal.aborted) return { status: 'stopped' };
  if (!(error instanceof Failure)) throw error;
  return {
    status: 'failed',
    failure: {
      reason: error.reason,
      ...(error.code !== undefined && { code: error.code }),
      ...(error.status !== undefined && { status: error.status }),
    },
  };
}
