import type { AnswerChoices } from '../../parts/answerChoices';
import type { ChatExtras } from './chatSchema';
import type { SavedEvent, WorkspaceTag } from './records';
import type { Turn } from './turn';

/** An answer that has no end on disk: the window went away while it was being written. */
export interface UnfinishedAnswer {
  readonly turnId: string;
  /** Undefined: it is not known whether the service got the question. */
  readonly interactionId: string | undefined;
  /** Whether the service goes on writing without a connection. */
  readonly background: boolean;
  /** What had arrived, in order. */
  readonly events: readonly SavedEvent[];
}

/** `damaged`: some of it could not be read and was set aside. `newer`: written by a later version, so only to be read. */
export type ChatCondition = 'whole' | 'damaged' | 'newer';

/** A chat as its file holds it. */
export interface SavedChat extends ChatExtras {
  readonly id: string;
  /** Given by the user or the model; undefined: none was given. */
  readonly title: string | undefined;
  /** Who gave the title. */
  readonly titledBy: 'user' | 'model' | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly workspace: WorkspaceTag | undefined;
  readonly isPrivate: boolean;
  /** Chosen for this chat; undefined: it follows the settings. */
  readonly model: string | undefined;
  /** The same. */
  readonly choices: AnswerChoices | undefined;
  /** Parents before children. A turn without an end has the status `interrupted` and what had arrived of its answer. */
  readonly turns: readonly Turn[];
  readonly leafId: string | undefined;
  readonly unfinished: readonly UnfinishedAnswer[];
  /** Every interaction that this chat has started at Google, however it ended. */
  readonly interactionIds: readonly string[];
  /** Interactions that were deleted at Google. */
  readonly forgotten: ReadonlySet<string>;
  readonly condition: ChatCondition;
}

/** A chat as a list shows it. */
export interface ChatSummary {
  readonly id: string;
  /** The given title, else the first words of the first prompt. */
  readonly title: string;
  readonly createdAt: number;
  /** When something last happened in it. Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly workspace: WorkspaceTag | undefined;
  readonly isPrivate: boolean;
  /** The beginning of the last thing said. */
  readonly lastLine: string;
  readonly condition: ChatCondition;
}

/** A line of a chat that holds what was searched for. */
export interface SearchHit {
  readonly chatId: string;
  readonly line: string;
  /** Where in `line` the match begins, and its length. UTF-16 units. */
  readonly start: number;
  readonly length: number;
}
