import type { AnswerChoices } from '../../parts/answerChoices';
import type { JsonObject } from '../base/json';
import type { ImageFormat } from '../interactions/imageFormat';
import type { Usage } from '../interactions/usage';
import type { ChatSchema } from './chatSchema';
import type { AnswerTimes, Attachment, TurnFailure } from './turn';

/** Where a chat was begun. A mark for people: chats are kept for all workspaces together. */
export interface WorkspaceTag {
  readonly name: string;
  /** URI of the folder or the workspace file, as text. */
  readonly uri: string;
}

/** A question as it was asked. */
export interface TurnStart {
  readonly id: string;
  readonly parentId: string | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly prompt: string;
  readonly attachments: readonly Attachment[];
  /** Empty: not known. */
  readonly model: string;
  /** The agent that answers in place of a model. */
  readonly agent?: string;
  /** The model that was chosen and has retired: `model` was asked in its place. */
  readonly replaces?: string | undefined;
  readonly removedCharacters?: number | undefined;
  /** How the picture is to be that was asked for. */
  readonly image?: ImageFormat | undefined;
  /** The files with rules that went along, by their paths. */
  readonly rulesFiles?: readonly string[] | undefined;
  /** The name of the schema that the answer is to fit. */
  readonly schema?: string | undefined;
}

/** How an answer ended, with all of it. */
export interface TurnEnd {
  readonly status: 'done' | 'stopped' | 'failed' | 'interrupted';
  readonly interactionId: string | undefined;
  /** The answer in wire form, byte for byte what the service wrote: signatures go back unchanged. */
  readonly steps: readonly JsonObject[];
  readonly usage: Usage | undefined;
  /** The model that answered where that is not the one that was asked. */
  readonly answeredBy?: string | undefined;
  /** The sandbox that the agent worked in. */
  readonly environmentId?: string | undefined;
  /** It cost more than the 20 answers before it together. */
  readonly isCostly?: boolean | undefined;
  readonly times?: AnswerTimes | undefined;
  readonly failure: TurnFailure | undefined;
  readonly endedAs: string | undefined;
  /** The service had forgotten the earlier turns and was given all of them again. */
  readonly isRebuilt?: boolean | undefined;
}

/** One event of an answer in wire form. Files hold the three kinds about steps; `id` stands for an `accepted` record. */
export type SavedEvent =
  /** From here on the answer comes from this interaction, and the indexes of its steps start at 0 again. `usage`: before it. */
  | { readonly id: string; readonly usage?: Usage }
  /** The step of index `i` as it started. `e`: the id after which the stream resumes, here and below. */
  | { readonly i: number; readonly start: JsonObject; readonly e?: string }
  /** What it gained. */
  | { readonly i: number; readonly delta: JsonObject; readonly e?: string }
  /** It is whole. */
  | { readonly i: number; readonly stop: true; readonly e?: string };

/** What happened in a chat: one line of its file. `docs/storage.md` describes each for people who read without us. */
export type ChatRecord =
  | { readonly kind: 'chat'; readonly createdAt: number; readonly workspace: WorkspaceTag | undefined }
  /** A name given by the user or the model. Until then the first prompt names the chat. */
  | { readonly kind: 'title'; readonly title: string; readonly by: 'user' | 'model' }
  | { readonly kind: 'private'; readonly isPrivate: boolean }
  /** The model that the chat's next questions go to, chosen for this chat. */
  | { readonly kind: 'model'; readonly model: string }
  /** How the chat's next questions are answered besides, chosen for this chat. */
  | ({ readonly kind: 'choices' } & AnswerChoices)
  /** What the chat's next questions take along besides, written for this chat. Empty: nothing. */
  | { readonly kind: 'instruction'; readonly text: string }
  /** What the chat's next answers fit. Without a schema: nothing. */
  | { readonly kind: 'schema'; readonly schema: ChatSchema | undefined }
  | { readonly kind: 'turn'; readonly turnId: string; readonly turn: TurnStart }
  /**
   * The service has the question under this id. `background`: it goes on without a connection. The same id once more: the
   * answer starts again, and the deltas before it no longer count.
   */
  | {
      readonly kind: 'accepted';
      readonly turnId: string;
      readonly interactionId: string;
      readonly background: boolean;
      /** What the requests of this turn before it took. Absent: there were none, or the service has not said. */
      readonly usage?: Usage | undefined;
    }
  | { readonly kind: 'delta'; readonly turnId: string; readonly events: readonly SavedEvent[] }
  /** A later end of the same turn replaces the earlier: an answer that was cut may be completed afterwards. */
  | { readonly kind: 'end'; readonly turnId: string; readonly end: TurnEnd }
  /** Which branch is shown, by its last turn. */
  | { readonly kind: 'leaf'; readonly turnId: string }
  /** These interactions are no longer at Google. */
  | { readonly kind: 'forgotten'; readonly interactionIds: readonly string[] }
  /** From here on this window writes. The window that wrote before sees it and stops. */
  | { readonly kind: 'lease'; readonly window: string };
