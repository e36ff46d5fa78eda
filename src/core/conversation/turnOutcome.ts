import { Failure } from '../base/failure';
import { type FunctionCall, pendingCalls } from '../interactions/functionCalls';
import type { Answer } from './answer';
import type { Turn, TurnFailure } from './turn';

/** How a turn ended. `done` is a whole answer; `endedAs` says how it still fell short, in the service's word. */
export type TurnOutcome =
  | { readonly status: 'done'; readonly endedAs: string | undefined }
  /** The model waits for results, those of `calls` among them: a next request of the same turn brings them. */
  | {
      readonly status: 'awaitsResults';
      readonly calls: readonly FunctionCall[];
      /** As in `done`, for a turn that ends here because its calls are not carried out. */
      readonly endedAs: string | undefined;
    }
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
      return doneOrAwaiting(answer, said && 'output_error');
    case 'incomplete':
      // Without an error it is the length. An empty one is recorded, too: all its tokens went into thoughts.
      if (!said) return { status: 'done', endedAs: 'incomplete' };
      if (said.reason === 'budgetExceeded') return { status: 'done', endedAs: 'budget_exceeded' };
      return { status: 'failed', failure: said };
    case 'requires_action':
      return { status: 'awaitsResults', calls: pendingCalls(answer.steps), endedAs: completed.status };
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

/** The service also calls an answer `completed` that ends with function calls, so the steps decide. */
function doneOrAwaiting(answer: Answer, endedAs: string | undefined): TurnOutcome {
  const calls = pendingCalls(answer.steps);
  return calls.length > 0 ? { status: 'awaitsResults', calls, endedAs } : { status: 'done', endedAs };
}

export type TurnEnding = Pick<Turn, 'failure' | 'endedAs'> & { readonly status: 'done' | 'stopped' | 'failed' };

/** What a turn keeps of its outcome. One whose calls are not carried out is done. */
export function turnEndOf(outcome: TurnOutcome): TurnEnding {
  switch (outcome.status) {
    case 'done':
    case 'awaitsResults':
      return { status: 'done', failure: undefined, endedAs: outcome.endedAs };
    case 'stopped':
      return { status: 'stopped', failure: undefined, endedAs: undefined };
    case 'failed':
      return { status: 'failed', failure: outcome.failure, endedAs: undefined };
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
