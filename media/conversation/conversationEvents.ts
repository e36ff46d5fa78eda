import type { KeptEdit } from '../shell/panelMemory';
import type { Place } from './readingPlace';

/** What the conversation tells the rest of the panel. */
export interface ConversationEvents {
  /** The person has asked something among the messages, or wants to. */
  readonly onAsk: () => void;
  /** A question is being edited; undefined: no more. */
  readonly onEdit: (edit: KeptEdit | undefined) => void;
  /** The person reads here; undefined: at the end. `turn`: the first one that they see or work on, counted from 0. */
  readonly onPlace: (chatId: string, place: Place | undefined, turn: number | undefined) => void;
}
