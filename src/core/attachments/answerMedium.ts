import { bytesOfBase64 } from '../base/base64';
import type { MediaType } from '../interactions/content';
import { fileTypeOf } from './fileType';

/** A picture, a recording or a document of an answer, by what its bytes are. */
export interface AnswerMedium {
  readonly media: MediaType;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
  /** What its file ends with, without the dot. */
  readonly ending: string;
}

/** Why there is none. `elsewhere`: only an address came. `damaged`: no Base64. `fake`: its bytes are of no such kind. */
export type NoMedium = 'elsewhere' | 'damaged' | 'fake';

/** Endings that differ from the second half of their type. */
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/tiff': 'tif',
  'audio/aiff': 'aif',
  'video/mpeg': 'mpg',
  'video/x-flv': 'flv',
  'video/3gpp': '3gp',
  'application/msword': 'doc',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.presentation': 'odp',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
};

/**
 * Reads what the service sent as `media`. Its word for the type is not believed: what is shown or opened goes by the bytes,
 * and a program that calls itself a picture is none. `data`: Base64.
 */
export function readAnswerMedium(media: MediaType, data: string | undefined): AnswerMedium | NoMedium {
  if (data === undefined) return 'elsewhere';
  const bytes = bytesOfBase64(data);
  if (!bytes) return 'damaged';
  const type = fileTypeOf(bytes);
  if (type.kind !== 'media' || type.media !== media) return 'fake';
  const { mimeType } = type;
  return { media, mimeType, bytes, ending: endings[mimeType] ?? mimeType.slice(mimeType.indexOf('/') + 1) };
}
