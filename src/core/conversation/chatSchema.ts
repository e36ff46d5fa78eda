import type { JsonObject } from '../base/json';

/** A JSON Schema that the answers of a chat fit. */
export interface ChatSchema {
  /** What the user knows it by. */
  readonly name: string;
  /** What the service takes of it. */
  readonly sent: JsonObject;
  /** All of it. Answers are checked against it here. */
  readonly whole: JsonObject;
}

/** What the questions of a chat take along besides, chosen for this chat. */
export interface ChatExtras {
  /** Empty: none. */
  readonly instruction: string;
  /** Undefined: the answers are words. */
  readonly schema: ChatSchema | undefined;
}
