import type { ChatSession } from '../../core/chat/chatSession';
import type { PanelFact } from './outbox';

/** The panel that asks for something. */
export interface PanelHandle {
  /** The chat it shows now. */
  readonly session: ChatSession;
  /** Aborted when the panel is gone, and with it whoever waits for an answer. */
  readonly signal: AbortSignal;
  post(fact: PanelFact): void;
}
