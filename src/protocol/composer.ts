import { type NoFields, type Shapes, text } from './shape';

/** Moments of the composer. */
export interface ComposerMoments {
  composerFocused: NoFields;
  /** A question that was not sent after all goes back into the composer, before whatever was typed since. */
  promptReturned: { readonly prompt: string };
}

export const composerMoments: Shapes<ComposerMoments> = { composerFocused: {}, promptReturned: { prompt: text } };

export interface ComposerRequests {
  /** What is attached goes along. */
  send: { readonly prompt: string };
  removeAttachment: { readonly attachmentId: string };
}

export const composerRequests: Shapes<ComposerRequests> = {
  send: { prompt: text },
  removeAttachment: { attachmentId: text },
};
