import type { Event } from '../base/emitter';
import type { ChatRecord, WorkspaceTag } from './records';
import type { SavedChat } from './savedChat';

/**
 * How writing stands. `failing`: the disk takes nothing, what happens is kept in memory and tried again. `heldElsewhere`:
 * another window writes this chat; what is still given to this one is written as well. `deleted`: it was deleted, here or
 * in another window; what happens is kept in memory and written if it is restored. `newer`: a later version wrote it, so
 * it is only read and nothing is written.
 */
export type JournalState = 'saving' | 'failing' | 'heldElsewhere' | 'deleted' | 'newer';

/**
 * Where one open chat is written, one record after another. Nothing here rejects because of the disk: what could not be
 * written stays in order in memory until it can be.
 */
export interface ChatJournal {
  readonly state: JournalState;
  /** `state` changed. */
  readonly onDidChangeState: Event<JournalState>;
  /** Another window has written, or there is more in the file than was loaded: what is in memory is no longer all. */
  readonly onDidChangeElsewhere: Event<void>;
  /**
   * Makes this window the one that writes. False: another window is, or the chat cannot be written; `state` says which. A
   * full disk is no reason. `takeOver`: take it from the other window; the user said so.
   */
  claim(takeOver?: boolean): Promise<boolean>;
  /** Whether another open window writes the chat now. Claims nothing, and leaves `state` as it is. */
  isHeldElsewhere(): Promise<boolean>;
  /**
   * Writes a record. Resolves once it would survive the process, `durable`: a loss of power; or once it is known that
   * the disk takes nothing now. Deltas that are not durable are gathered for a quarter of a second, and written before
   * anything else. Of a turn that has an end, later deltas are not read.
   */
  append(record: ChatRecord, durable: boolean): Promise<void>;
  /** Lets other windows write. What is pending is written first. The chat can be claimed again. */
  release(): Promise<void>;
  /** Writes what is pending and lets go, as far as there is time for it. */
  dispose(): void;
}

/** The chats on disk, as a session needs them. */
export interface ChatRecords {
  /** Undefined: there is no such chat. Rejects with the Failure `storageUnavailable`. */
  load(chatId: string): Promise<SavedChat | undefined>;
  /** Opens a chat for writing. Touches no disk until the first record. `workspace` marks a new chat. */
  journal(chatId: string, workspace: WorkspaceTag | undefined): ChatJournal;
}

/** What a window remembers without a file, so that it is known at its start. */
export interface WindowState {
  /** The chat this window had open. */
  readonly openChatId: string | undefined;
  setOpenChatId(chatId: string | undefined): void;
  /** Chats with an answer under way. */
  readonly unfinishedChats: readonly string[];
  setUnfinished(chatId: string, isUnfinished: boolean): void;
}
