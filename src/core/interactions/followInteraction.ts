import type { Clock } from '../base/clock';
import type { Event } from '../base/emitter';
import { Failure } from '../base/failure';
import type { Interaction, InteractionEvent } from './events';
import { type StreamLimits, withinLimits } from './limits';
import { Lookup } from './lookup';
import type { Interactions } from './port';
import { isTerminal } from './status';

export interface FollowServices {
  readonly interactions: Pick<Interactions, 'get' | 'follow'>;
  readonly clock: Clock;
  /** Fires when something changed that may have stood in the way, such as the key. A wait for the next poll ends then. */
  readonly onWake: Event<void>;
}

/** One stream of the events of the interaction. */
export interface FollowedStream {
  /** The stream begins after this event. Undefined: with the first one. */
  readonly lastEventId: string | undefined;
  /** Takes one event. The next one is read when the result resolves. */
  take(event: InteractionEvent): Promise<void> | void;
}

export interface FollowOptions {
  /** True: what a poll found is the end, and nothing more will come. */
  readonly isOver: (found: Interaction) => boolean;
  /** Called before each stream. Undefined: this time polls are enough. */
  readonly openStream: () => FollowedStream | undefined;
  readonly limits: StreamLimits;
  /** True: the streams have brought the whole result, so the following does not wait for a poll that confirms it. */
  readonly isComplete?: () => boolean;
  /** False: the first poll that does not reach the service ends the following. */
  readonly isPatient: boolean;
  /** How many polls may find the interaction unfinished. Without a number there is no limit. */
  readonly mostPolls?: number;
  /** The longest time from one poll to the next, in milliseconds. A minute, if it is not said. */
  readonly longestWaitMs?: number;
}

/**
 * How the following ended. An `Interaction`: the one for which `isOver` is true.
 * - `complete`: the streams brought the end, and no poll has confirmed it.
 * - `gone`: the service said repeatedly that it does not have the interaction.
 * - `unreachable`: a poll did not reach the service, and the caller is not patient.
 * - `overdue`: as many polls as the caller allows found it unfinished.
 * - `stopped`: the signal aborted.
 */
export type FollowEnd = Interaction | 'complete' | 'gone' | 'unreachable' | 'overdue' | 'stopped';

/** The time from one poll to the next, in milliseconds: it grows from the first to the longest. */
const firstWaitMs = 10_000;
const usualLongestMs = 60_000;
const growth = 1.5;

/**
 * Follows a stored interaction to its end. What `get` says is the truth; a stream only brings it sooner. Faults of the
 * network, of the service and of this machine's clocks never end it: time is counted in polls, so neither a clock that
 * is set nor a sleep makes an interaction old. Rejects only with what is not a Failure.
 */
export async function followInteraction(
  { interactions, clock, onWake }: FollowServices,
  id: string,
  {
    isOver,
    openStream,
    limits,
    isComplete = () => false,
    isPatient,
    mostPolls = Infinity,
    longestWaitMs = usualLongestMs,
  }: FollowOptions,
  signal: AbortSignal,
): Promise<FollowEnd> {
  const lookup = new Lookup(interactions, clock, id);
  let woken = new AbortController();
  const waking = onWake(() => woken.abort());
  let unfinished = 0;
  let pollsAtOnce = false;
  try {
    for (let waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(waitMs * growth, longestWaitMs)) {
      // A wake-up during the poll must not be lost.
      woken = new AbortController();
      const polledAt = clock.now();
      const found = await lookup.poll(signal);
      if (signal.aborted) break;
      if (found === 'gone') return 'gone';
      if (found !== 'unreachable' && isOver(found)) return found;
      if (isComplete()) return 'complete';
      if (found === 'unreachable') {
        if (!isPatient) return 'unreachable';
      } else {
        unfinished += 1;
        const stream = openStream();
        const saidEnd = stream ? await readStream(interactions, clock, id, stream, limits, signal) : false;
        // After a stream that said the end, the next poll comes at once, but not twice in a row: the poll may contradict.
        pollsAtOnce = saidEnd && !pollsAtOnce;
        if (pollsAtOnce) continue;
        if (unfinished >= mostPolls) return 'overdue';
      }
      await waitUntil(clock, polledAt + waitMs, signal, woken.signal);
    }
    return 'stopped';
  } finally {
    waking.dispose();
  }
}

/** Reads one stream until it ends, breaks or falls silent. True: it said that the interaction is over. */
async function readStream(
  interactions: Pick<Interactions, 'follow'>,
  clock: Clock,
  id: string,
  stream: FollowedStream,
  limits: StreamLimits,
  signal: AbortSignal,
): Promise<boolean> {
  let saidEnd = false;
  try {
    const open = (own: AbortSignal) => interactions.follow(id, stream.lastEventId, own);
    for await (const event of withinLimits(open, limits, clock, signal)) {
      if (signal.aborted) break;
      await stream.take(event);
      saidEnd ||= event.type === 'completed' || (event.type === 'statusChanged' && isTerminal(event.status));
    }
  } catch (error) {
    // A stream that breaks says nothing about the interaction: the next poll does.
    if (!(error instanceof Failure) && !signal.aborted) throw error;
  }
  return saidEnd;
}

/** Resolves at `time` on the clock that never jumps, or as soon as one of the signals aborts. */
async function waitUntil(clock: Clock, time: number, ...ends: readonly AbortSignal[]): Promise<void> {
  const ms = time - clock.now();
  if (ms <= 0 || ends.some(({ aborted }) => aborted)) return;
  const own = new AbortController();
  const stop = () => own.abort();
  for (const end of ends) end.addEventListener('abort', stop, { once: true });
  await clock.wait(ms, own.signal);
  for (const end of ends) end.removeEventListener('abort', stop);
}
