import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import { Answer } from '../conversation/answer';
import { outcomeOf, type TurnOutcome } from '../conversation/turnOutcome';
import type { Interaction } from '../interactions/events';
import { type StreamLimits, withinLimits } from '../interactions/limits';
import { Lookup } from '../interactions/lookup';
import type { TurnEngine, TurnWatcher } from './turnEngine';

export interface PickUpOptions {
  /** The service writes on without a connection, so the end will come. */
  readonly goesOn: boolean;
  /** Whether to wait while the service cannot be reached; else not being reached is an end, too. */
  readonly isPatient: boolean;
}

/** How long between two looks, in milliseconds: it grows from the first to the last. */
const firstWaitMs = 10_000;
const longestWaitMs = 60_000;
/** After this long nobody waits for an answer any more. Milliseconds. */
const deadlineMs = 3 * 60 * 60 * 1000;
/** How often an answer is looked at that does not go on by itself: the service may only be slow to say so. */
const mostLooks = 3;
/** A resumed stream that is silent may hang for good, and the next look costs nothing. */
const resumeLimits: StreamLimits = { headersMs: 15_000, firstEventMs: 15_000, idleMs: 15_000 };

/**
 * Completes an answer whose stream broke off, be it a moment ago or before a restart. What `get` says is the truth; a
 * resumed stream only brings it sooner. Undefined: the service cannot complete it. Never asks the question again.
 */
export async function pickUp(
  engine: TurnEngine,
  begun: Answer,
  { goesOn, isPatient }: PickUpOptions,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome | undefined> {
  const id = begun.interactionId;
  const deadline = engine.clock.wallNow() + deadlineMs;
  const lookup = new Lookup(engine.interactions, engine.clock, id);
  let answer = begun;
  let woken = new AbortController();
  const waking = engine.onWake(() => woken.abort());
  watcher.onPickUp(true);
  try {
    for (let looks = 0, waitMs = firstWaitMs; !signal.aborted; waitMs = Math.min(waitMs * 1.5, longestWaitMs)) {
      // What changes during the look may be just what it lacked.
      woken = new AbortController();
      const found = await lookup.look(signal);
      if (signal.aborted) break;
      if (found === 'gone') return undefined;
      if (found === 'unreachable') {
        if (answer.completed) return outcomeOf(answer);
        if (!isPatient) return undefined;
      } else if (!isBeingWritten(found)) {
        // Nobody stopped it: the service did because the connection that it needed broke.
        if (found.status === 'cancelled' && !goesOn) return undefined;
        return takeWhole(found, answer, watcher);
      } else if (answer.completed) {
        // The stream was sooner than the look.
        return outcomeOf(answer);
      } else {
        looks += 1;
        answer = await resume(engine, answer, signal, watcher);
        // The stream said that it is whole. Whether it brought all of it, the next look tells.
        if (answer.completed) continue;
        if (!goesOn && looks >= mostLooks) return undefined;
      }
      if (engine.clock.wallNow() > deadline) return { status: 'failed', failure: { reason: 'timedOut' } };
      await waitOrWake(engine.clock, waitMs, signal, woken.signal);
    }
    return { status: 'stopped' };
  } finally {
    waking.dispose();
    watcher.onPickUp(false);
  }
}

function isBeingWritten({ status }: Interaction): boolean {
  return status === 'queued' || status === 'in_progress';
}

/** The service's own version of the answer, unless it is less than what is there. */
function takeWhole(found: Interaction, answer: Answer, watcher: TurnWatcher): TurnOutcome {
  const whole = Answer.of(found);
  if (whole.textLength === 0 && answer.textLength > 0 && found.status === 'completed') {
    // What was shown is never taken back for less. That it is whole is the service's word.
    answer.apply({ type: 'completed', interaction: found });
    return outcomeOf(answer);
  }
  const isMore = found.status === 'completed' || whole.textLength > answer.textLength;
  if (isMore && JSON.stringify(whole.steps) !== JSON.stringify(answer.steps)) watcher.onReplaced(whole);
  return outcomeOf(whole);
}

/** Follows the answer from where it broke off, to its end or to the next break. Returns what then is the answer. */
async function resume(engine: TurnEngine, answer: Answer, signal: AbortSignal, watcher: TurnWatcher): Promise<Answer> {
  const { interactions, clock } = engine;
  const from = answer.lastEventId;
  // Without a place to go on from, the stream begins anew; what is shown stays until the stream has got as far.
  const target = from === undefined ? new Answer() : answer;
  let isShown = target === answer;
  target.prepareToResume();
  try {
    const open = (own: AbortSignal) => interactions.follow(answer.interactionId, from, own);
    for await (const event of withinLimits(open, resumeLimits, clock, signal)) {
      if (signal.aborted) break;
      const changes = target.apply(event);
      if (isShown) watcher.onEvent(event, changes);
      else if (target.textLength > 0 && target.textLength >= answer.textLength) {
        isShown = true;
        watcher.onReplaced(target);
      }
    }
  } catch (error) {
    // That it broke again is no news: the next look tells how the answer stands.
    if (!(error instanceof Failure) && !signal.aborted) throw error;
  }
  return isShown ? target : answer;
}

async function waitOrWake(clock: Clock, ms: number, ...ends: readonly AbortSignal[]): Promise<void> {
  const own = new AbortController();
  const stop = () => own.abort();
  for (const end of ends) end.addEventListener('abort', stop, { once: true });
  if (ends.some(({ aborted }) => aborted)) stop();
  await clock.wait(ms, own.signal);
  for (const end of ends) end.removeEventListener('abort', stop);
}
