import type { HoldGate } from './holdGate';
import type { InteractionStore } from './interactionStore';
import type { Exchange } from './requestLog';
import type { AnswerQueue } from './scriptedAnswer';

/** What the routes share. */
export interface ServerState {
  readonly store: InteractionStore;
  readonly queue: AnswerQueue;
  readonly gate: HoldGate;
  readonly paceMs: number;
  readonly researchMs: number;
  readonly acceptsKey: (key: string) => boolean;
  readonly onFirstText: (exchange: Exchange) => void;
}
