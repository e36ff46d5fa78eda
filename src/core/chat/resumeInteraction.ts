import type { Answer } from '../conversation/answer';
import { outcomeOf, type TurnOutcome } from '../conversation/turnOutcome';
import type { Interaction, InteractionEvent } from '../interactions/events';
import { type FollowedStream, followInteraction } from '../interactions/followInteraction';
import type { StreamLimits } from '../interactions/limits';
import { isInProgress } from '../interactions/status';
import { beginningOf, type EarlierAnswers } from './earlierAnswers';
import type { TurnServices, TurnWatcher } from './turnServices';

export interface ResumeOptions {
  /** The service writes on without a connection, so the end will come. */
  readonly goesOn: boolean;
  /** Whether to wait while the service cannot be reached. False: not being reached is an end, too. */
  readonly isPatient: boolean;
  /** Of a turn that took several requests: what came before the interaction that is resumed. */
  readonly earlier?: EarlierAnswers | undefined;
}

/** How often an answer is polled that does not go on by itself: the service may only be slow to say so. */
const mostPolls = 3;
/** A resumed stream that is silent may hang for good, and the next poll costs nothing. */
const resumeLimits: StreamLimits = { headersMs: 15_000, firstEventMs: 15_000, idleMs: 15_000 };

/**
 * Completes an answer whose stream broke, a moment ago or before a restart. An answer that goes on at the service is
 * followed until it ends or the user stops it, however long that takes. Undefined: the service cannot complete it. Never
 * asks the question again.
 */
export async function resumeInteraction(
  services: TurnServices,
  begun: Answer,
  { goesOn, isPatient, earlier }: ResumeOptions,
  signal: AbortSignal,
  watcher: TurnWatcher,
): Promise<TurnOutcome | undefined> {
  let answer = begun;
  watcher.onResuming(true);
  try {
    const end = await followInteraction(
      services,
      begun.interactionId,
      {
        isOver: ({ status }) => !isInProgress(status),
        isComplete: () => answer.completed !== undefined,
        openStream: () =>
          streamInto(answer, earlier, watcher, (replacement) => {
            answer = replacement;
          }),
        limits: resumeLimits,
        isPatient,
        ...(!goesOn && { mostPolls }),
      },
      signal,
    );
    switch (end) {
      case 'stopped':
        return { status: 'stopped' };
      case 'complete':
        return outcomeOf(answer);
      case 'gone':
      case 'unreachable':
      case 'overdue':
        return undefined;
      default:
        // The user did not cancel it. The service did, because the connection that it needed broke.
        if (end.status === 'cancelled' && !goesOn) return undefined;
        return takeWhole(end, answer, earlier, watcher);
    }
  } finally {
    watcher.onResuming(false);
  }
}

/** The service's own version of the answer, unless it is less than what is there. */
function takeWhole(
  found: Interaction,
  answer: Answer,
  earlier: EarlierAnswers | undefined,
  watcher: TurnWatcher,
): TurnOutcome {
  const whole = beginningOf(found.id, earlier);
  const earlierLength = whole.textLength;
  found.steps.forEach((step, index) => {
    if (step.type !== 'user_input') whole.apply({ type: 'stepStarted', index, step });
  });
  whole.apply({ type: 'completed', interaction: found });
  const hasNoText = whole.textLength === earlierLength;
  if (hasNoText && answer.textLength > earlierLength && found.status === 'completed') {
    // What was shown is never replaced by less. That it is whole is the service's word.
    answer.apply({ type: 'completed', interaction: found });
    return outcomeOf(answer);
  }
  const isMore = found.status === 'completed' || whole.textLength > answer.textLength;
  if (isMore && JSON.stringify(whole.steps) !== JSON.stringify(answer.steps)) watcher.onReplaced(whole);
  return outcomeOf(whole);
}

/** A stream that goes on where the answer broke off. */
function streamInto(
  answer: Answer,
  earlier: EarlierAnswers | undefined,
  watcher: TurnWatcher,
  replace: (by: Answer) => void,
): FollowedStream {
  const { lastEventId } = answer;
  // Without a place to go on from, the stream begins again. What is shown stays until the stream has got as far.
  const target = lastEventId === undefined ? beginningOf(answer.interactionId, earlier) : answer;
  let isShown = target === answer;
  target.prepareToResume();
  const take = (event: InteractionEvent) => {
    const changes = target.apply(event);
    if (isShown) watcher.onEvent(event, changes);
    else if (target.textLength > 0 && target.textLength >= answer.textLength) {
      isShown = true;
      replace(target);
      watcher.onReplaced(target);
    }
  };
  return { lastEventId, take };
}
