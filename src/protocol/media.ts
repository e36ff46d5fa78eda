import { bytes, index, oneOf, optional, type Shapes, text } from './shape';

/** What can be done with a picture, a recording or a document of an answer. */
export const mediaActions = ['openMedia', 'saveMedia', 'editPicture'] as const;
export type MediaAction = (typeof mediaActions)[number];

/** `part`: the number of the part in its answer, counted from 0. */
export interface MediaRequests {
  /** Wants the bytes of a picture. */
  fetchMedia: { readonly turnId: string; readonly part: number };
  actOnMedia: { readonly turnId: string; readonly part: number; readonly action: MediaAction };
}

export const mediaRequests: Shapes<MediaRequests> = {
  fetchMedia: { turnId: text, part: index },
  actOnMedia: { turnId: text, part: index, action: oneOf(mediaActions) },
};

export interface MediaMoments {
  /** `mimeType`: what its bytes are, whatever the service says. Absent, and without bytes: it is no picture. */
  mediaArrived: {
    readonly turnId: string;
    readonly part: number;
    readonly mimeType?: string;
    readonly bytes: Uint8Array;
  };
}

export const mediaMoments: Shapes<MediaMoments> = {
  mediaArrived: { turnId: text, part: index, mimeType: optional(text), bytes: bytes() },
};
