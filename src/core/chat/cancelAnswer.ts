import type { Clock } from '../base/clock';
import { answerWithin } from '../interactions/deadline';
import { Lookup } from '../interactions/lookup';
import type { Interactions } from '../interactions/port';
import { isTerminal } from '../interactions/status';

/** Waits between two tries, in milliseconds. After the last the user is told. */
const waits = [250, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000] as const;
/** A call without an answer by then counts as failed. Milliseconds. */
const callMs = 12_000;

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
  const lookup = new Lookup(interactions, clock, id);
  const hasEnded = async (): Promise<boolean> => {
    try {
      const found = await answerWithin(callMs, clock, signal, (own) => interactions.cancel(id, own));
      if (found !== 'late' && isTerminal(found.status)) return true;
    } catch {
      // It may have ended already, which the look tells.
    }
    const found = await lookup.look(signal);
    return found === 'gone' || (found !== 'unreachable' && isTerminal(found.status));
  };
  for (const waitMs of waits) {
    if (await hasEnded()) return true;
    if (signal.aborted) return false;
    await clock.wait(waitMs, signal);
  }
  return hasEnded();
}
