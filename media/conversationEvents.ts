import type { KeptEdit } from './panelMemory';

/** What the conversation tells the rest of the panel. */
export interface ConversationEvents {
  /** The person has asked something among the messages, or wants to. */
  readonly onAsk: () => void;
  /** A question is being edited; undefined: no more. */
  readonly onEdit: (edit: KeptEdit | undefined) => void;
}
