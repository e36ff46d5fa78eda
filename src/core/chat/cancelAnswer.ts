import type { Clock } from '../clock';
import { Failure } from '../failure';
import { answerWithin } from '../interactions/deadline';
import type { Interaction } from '../interactions/events';
import type { Interactions } from '../interactions/port';
import { isTerminal } from '../interactions/status';

/** Waits between two tries, in milliseconds. After the last the user is told. */
const waits = [250, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000] as const;
/** A call without an answer by then counts as failed. Milliseconds. */
const callMs = 15_000;

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
  const within = (call: (own: AbortSignal) => Promise<Interaction>) => answerWithin(callMs, clock, signal, call);
  const hasEnded = async (): Promise<boolean> => {
    try {
      if (isOver(await within((own) => interactions.cancel(id, own)))) return true;
    } catch {
      // It may have ended already, which the look tells.
    }
    try {
      return isOver(await within((own) => interactions.get(id, own)));
    } catch (error) {
      return error instanceof Failure && error.reason === 'notFound';
    }
  };
  for (const waitMs of waits) {
    if (await hasEnded()) return true;
    if (signal.aborted) return false;
    await clock.wait(waitMs, signal);
  }
  return hasEnded();
}

function isOver(found: Interaction | 'late'): boolean {
  return found !== 'late' && isTerminal(found.status);
}
