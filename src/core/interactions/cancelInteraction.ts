import type { Clock } from '../base/clock';
import { answerWithin } from './deadline';
import { Lookup } from './lookup';
import type { Interactions } from './port';
import { isTerminal } from './status';

/** Waits between two tries, in milliseconds. */
const waits = [250, 1_000, 2_000, 5_000, 10_000, 20_000, 40_000] as const;
/** A cancel without an answer by then has failed. Milliseconds. */
const callMs = 12_000;

/**
 * Asks the service to stop an interaction that runs in the background, for about 80 seconds. Only a status that is read
 * back counts: the service may accept a cancel and work on, or answer it with 404 "Method not found" (js-genai #1254).
 * False: the end could not be confirmed in that time. Rejects only with what is not a Failure of the polls.
 */
export async function cancelInteraction(
  interactions: Pick<Interactions, 'get' | 'cancel'>,
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
      // The interaction may have ended already. The poll tells.
    }
    const found = await lookup.poll(signal);
    return found === 'gone' || (found !== 'unreachable' && isTerminal(found.status));
  };
  for (const waitMs of waits) {
    if (await hasEnded()) return true;
    if (signal.aborted) return false;
    await clock.wait(waitMs, signal);
  }
  return hasEnded();
}
