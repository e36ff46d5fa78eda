import type { Failure } from '../../core/base/failure';
import type { FailureAction } from '../../protocol/failures';
import { failureAction } from '../strings/failures';

/** What a user can do where something about files failed. */
export interface ListHelp {
  readonly failure: Failure;
  readonly action: FailureAction;
}

/** Another model changes nothing here: then it is tried again. */
export function helpFor(failure: Failure): ListHelp {
  const action = failureAction(failure.reason);
  return { failure, action: action === undefined || action === 'switchModel' ? 'retry' : action };
}
