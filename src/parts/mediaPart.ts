import type { Content, MediaType } from '../core/interactions/content';
import type { PartDescriptor } from './descriptor';

/** A picture or a file that the model made. */
export interface MediaPart {
  readonly kind: 'media';
  readonly media: MediaType;
  readonly mimeType: string;
  /** Base64. Absent: the service gave only an address, or the bytes are kept elsewhere. */
  readonly data?: string;
  /** The bytes stay with the host, which gives them on demand. Of a picture that says how large it is: its pixels. */
  readonly kept?: { readonly width?: number; readonly height?: number };
  /** Where the service keeps it. Never loaded by itself. */
  readonly uri?: string;
}

export const mediaPart: PartDescriptor<MediaPart, Extract<Content, { type: MediaType }>> = {
  read: ({ type, mimeType, data, uri }) => ({
    kind: 'media',
    media: type,
    mimeType,
    ...(data !== undefined && { data }),
    ...(uri !== undefined && { uri }),
  }),
  markdown: () => 'placeholder',
  searchText: () => '',
};
