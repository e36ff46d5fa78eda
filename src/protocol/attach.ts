import { bytes, flag, index, listOf, type NoFields, type Shapes, text, textUpTo } from './shape';

/** How many bytes of a file the page sends at a time. Those of the last piece are fewer. */
export const pieceBytes = 1024 * 1024;
/** A thumbnail is a few kilobytes. Characters. */
const longestThumbnail = 30_000;

export interface AttachRequests {
  /** Lets the user choose a file, or give the address of a page. */
  attach: NoFields;
  /** Files of VS Code that were dropped. */
  attachUris: { readonly uris: readonly string[] };
  /** Bytes of a file that was pasted or dropped, from `at` on, of `size` in all. The next ones wait for `pieceTaken`. */
  attachPiece: {
    readonly uploadId: string;
    readonly name: string;
    readonly size: number;
    readonly at: number;
    readonly bytes: Uint8Array;
  };
  /** Wants the bytes of a picture that is attached, to make it small. */
  fetchPicture: { readonly attachmentId: string };
  /** The picture made small: a JPEG in base64. */
  keepThumbnail: { readonly attachmentId: string; readonly thumbnail: string };
  /** Shows what is attached and was not sent yet. */
  openPending: { readonly attachmentId: string };
}

export const attachRequests: Shapes<AttachRequests> = {
  attach: {},
  attachUris: { uris: listOf(textUpTo(4_000), 100) },
  attachPiece: { uploadId: text, name: textUpTo(500), size: index, at: index, bytes: bytes(pieceBytes) },
  fetchPicture: { attachmentId: text },
  keepThumbnail: { attachmentId: text, thumbnail: textUpTo(longestThumbnail) },
  openPending: { attachmentId: text },
};

export interface AttachMoments {
  /** `isWanted`: false where no more of this file is needed. */
  pieceTaken: { readonly uploadId: string; readonly isWanted: boolean };
  pictureArrived: { readonly attachmentId: string; readonly mimeType: string; readonly bytes: Uint8Array };
}

export const attachMoments: Shapes<AttachMoments> = {
  pieceTaken: { uploadId: text, isWanted: flag },
  pictureArrived: { attachmentId: text, mimeType: text, bytes: bytes() },
};
