import type { Answer } from '../../src/core/conversation/answer';
import { outcomeOf } from '../../src/core/conversation/turnOutcome';

/** How the product would say that a turn with this answer ended. */
export function outcomeWords(answer: Answer): string {
  const outcome = outcomeOf(answer);
  if (outcome.status === 'failed') {
    const { reason, code } = outcome.failure;
    return code === undefined ? `failed ${reason}` : `failed ${reason} (${code})`;
  }
  return outcome.status === 'done' && outcome.endedAs !== undefined ? `done (${outcome.endedAs})` : outcome.status;
}
