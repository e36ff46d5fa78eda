import type { AnswerChange } from '../../parts/answerChange';
import type { Clock } from '../base/clock';
import type { Event } from '../base/emitter';
import type { Answer } from '../conversation/answer';
import type { TurnWait } from '../conversation/turn';
import type { InteractionEvent } from '../interactions/events';
import type { StreamLimits } from '../interactions/limits';
import type { InteractionRequest, Interactions } from '../interactions/port';

/** What a turn needs to run. */
export interface TurnServices {
  readonly interactions: Interactions;
  readonly clock: Clock;
  readonly limits: StreamLimits;
  /** Between 0 and 1, for the jitter of waits. */
  readonly random: () => number;
  /** Fires when something changed that may have stood in the way, such as the key: an answer that is awaited is polled. */
  readonly onWake: Event<void>;
}

/** Is told of a running turn. */
export interface TurnWatcher {
  /** A request is about to be made. */
  onAsked(request: InteractionRequest): void;
  /** An event was applied to the answer and changed this of it. */
  onEvent(event: InteractionEvent, changes: readonly AnswerChange[]): void;
  /** The turn waits before it asks again, or, when undefined, has stopped waiting. */
  onWait(wait: TurnWait | undefined): void;
  /** The same answer from its beginning, with more of it: this takes its place. */
  onReplaced(answer: Answer): void;
  /** The connection broke and the answer is looked for at the service. False: that has ended. */
  onResuming(isResuming: boolean): void;
  /** The service had forgotten the earlier turns and was given all of them again. */
  onRebuilt(): void;
  /** The service does not take this question in the background, and took it in the foreground. */
  onForeground(): void;
}
