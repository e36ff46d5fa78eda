import type { Clock } from '../clock';
import { Failure } from '../failure';
import type { Interactions } from '../interactions/port';
import { isTerminal } from '../interactions/status';

/** Waits between two tries, in milliseconds. After the last the user is told. */
const waits = [250, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000] as const;

/**
 * Has the service stop an answer that runs in the background. Only a status read back counts: a cancel may be taken and
 * the answer go on for a while. False: it could not be confirmed. Rejects with nothing.
 */
export async function cancelAnswer(
  interactions: Interactions,
  clock: Clock,
  id: string,
  signal: AbortSignal,
): Promise<boolean> {
  for (const waitMs of waits) {
    if (await hasEnded(interactions, id, signal)) return true;
    if (signal.aborted) return false;
    await clock.wait(waitMs, signal);
  }
  return hasEnded(interactions, id, signal);
}

async function hasEnded(interactions: Interactions, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    if (isTerminal((await interactions.cancel(id, signal)).status)) return true;
  } catch {
    // It may have ended already, which the look tells.
  }
  try {
    return isTerminal((await interactions.get(id, signal)).status);
  } catch (error) {
    return error instanceof Failure && error.reason === 'notFound';
  }
}
