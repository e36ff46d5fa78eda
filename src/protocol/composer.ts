import { type AttachmentView, attachmentView } from './attachment';
import { flag, index, listOf, type NoFields, optional, record, type Shapes, text } from './shape';

/** A question that waits for the answer before it. */
export interface QueuedView {
  readonly id: string;
  /** Its beginning. */
  readonly text: string;
  readonly attachments: readonly AttachmentView[];
  /** The answer it waited for did not end well: it is sent only when the user says so. */
  readonly isHeld: boolean;
}

export const queuedView = record<QueuedView>({ id: text, text, attachments: listOf(attachmentView), isHeld: flag });

/** Moments of the composer. */
export interface ComposerMoments {
  composerFocused: NoFields;
  /** A question that was not sent after all goes back into the composer, before whatever was typed since. */
  promptReturned: { readonly prompt: string };
  /** What was being written here when the window went away. Ignore what is older than what the page has itself. */
  draftRestored: { readonly draft: string; readonly pasted: string; readonly at: number };
}

export const composerMoments: Shapes<ComposerMoments> = {
  composerFocused: {},
  promptReturned: { prompt: text },
  draftRestored: { draft: text, pasted: text, at: index },
};

export interface ComposerRequests {
  /** What is attached goes along. While an answer is on its way, the question waits for its end. */
  send: { readonly prompt: string };
  /** The same, in place of the answer that is on its way: that one is stopped. */
  stopAndSend: { readonly prompt: string };
  removeAttachment: { readonly attachmentId: string };
  /** What is being written. `at`: since 1970, in milliseconds. Without `pasted`, that text is as it was. */
  draftChanged: { readonly draft: string; readonly pasted?: string; readonly at: number };
  /** A question that waits goes back into the composer, with what is attached to it. */
  editQueued: { readonly questionId: string };
  removeQueued: { readonly questionId: string };
  /** Sends a question that waits. An answer that is on its way is stopped. */
  sendQueued: { readonly questionId: string };
}

export const composerRequests: Shapes<ComposerRequests> = {
  send: { prompt: text },
  stopAndSend: { prompt: text },
  removeAttachment: { attachmentId: text },
  draftChanged: { draft: text, pasted: optional(text), at: index },
  editQueued: { questionId: text },
  removeQueued: { questionId: text },
  sendQueued: { questionId: text },
};
