import type { AnswerChange } from '../../parts/answerChange';
import type { ChatRecords } from '../conversation/journal';
import type { WorkspaceTag } from '../conversation/records';
import type { Turn } from '../conversation/turn';
import type { TurnEngine } from './turnEngine';

/** What happened to a chat. */
export type ChatFact =
  /** Another chat is shown, or the same one anew: whoever mirrors it needs all of it. */
  | { readonly type: 'opened' }
  | { readonly type: 'turnAdded'; readonly turn: Turn }
  | { readonly type: 'answerChanged'; readonly turnId: string; readonly change: AnswerChange }
  | { readonly type: 'turnChanged'; readonly turn: Turn }
  /** Its title, whether it is private, or how saving stands. */
  | { readonly type: 'chatChanged' };

/** Whether questions run in the background, where the service goes on without a connection. */
export interface BackgroundChoice {
  isWanted(model: string): boolean;
  /** The service does not take it for this model. */
  refused(model: string): void;
}

export interface ChatSessionParts extends TurnEngine {
  readonly records: ChatRecords;
  /** Read at each question, so that a changed setting counts for the next one. */
  readonly model: () => string;
  readonly background: BackgroundChoice;
  /** Marks a new chat with where it was begun. */
  readonly workspace: () => WorkspaceTag | undefined;
  /** What "Continue" asks, in the user's language. */
  readonly continuePrompt: string;
  readonly newId: () => string;
  readonly now: () => number;
  /** Told of bugs beside the chat. */
  readonly onError: (error: unknown) => void;
}
