import { Failure } from '../base/failure';
import type { Answer } from './answer';
import type { TurnFailure } from './turn';

/** How a turn ended. `done` is a whole answer; `endedAs` says how it still fell short, in the service's word. */
export type TurnOutcome =
  | { readonly status: 'done'; readonly endedAs: string | undefined }
  | { readonly status: 'stopped' }
  | { readonly status: 'failed'; readonly failure: TurnFailure };

/** What the events of an answer say about its end. A stream that merely ends is a cut. */
export function outcomeOf(answer: Answer): TurnOutcome {
  const said = answer.failureOfError();
  if (answer.error && said) return { status: 'failed', failure: said };
  const completed = answer.completed;
  if (!completed) {
    return { status: 'failed', failure: { reason: answer.malformed > 0 ? 'malformedAnswer' : 'truncated' } };
  }
  switch (completed.status) {
    case 'completed':
      if (!answer.hasOutput) return { status: 'failed', failure: said ?? { reason: 'emptyAnswer' } };
      return { status: 'done', endedAs: said && 'output_error' };
    case 'incomplete':
      // Without an error it is the length. An empty one is recorded, too: all its tokens went into thoughts.
      if (!said) return { status: 'done', endedAs: 'incomplete' };
      if (said.reason === 'budgetExceeded') return { status: 'done', endedAs: 'budget_exceeded' };
      return { status: 'failed', failure: said };
    case 'requires_action':
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

export function toTurnFailure(failure: Failure): TurnFailure {
  return {
    reason: failure.reason,
    ...(failure.code !== undefined && { code: failure.code }),
    ...(failure.status !== undefined && { status: failure.status }),
    ...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
  };
}

/** The failure of a turn as one that can be thrown. */
export function toFailure({ reason, ...details }: TurnFailure): Failure {
  return new Failure(reason, details);
}
