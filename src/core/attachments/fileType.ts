import type { MediaType } from '../interactions/content';

/** What the bytes of a file are, whatever its name says. */
export type FileType =
  | { readonly kind: 'media'; readonly media: MediaType; readonly mimeType: string }
  | { readonly kind: 'text' }
  /** Nothing that a model takes. */
  | { readonly kind: 'unknown' };

const openXml = 'application/vnd.openxmlformats-officedocument.';

/** The types that begin with these bytes. Sources: SDK `ImageContent`, `AudioContent`, `VideoContent`, `DocumentContent`. */
const beginnings: readonly (readonly [bytes: string, media: MediaType, mimeType: string])[] = [
  ['\xff\xd8\xff', 'image', 'image/jpeg'],
  ['GIF87a', 'image', 'image/gif'],
  ['GIF89a', 'image', 'image/gif'],
  ['II*\0', 'image', 'image/tiff'],
  ['MM\0*', 'image', 'image/tiff'],
  ['%PDF-', 'document', 'application/pdf'],
  ['ID3', 'audio', 'audio/mp3'],
  ['OggS', 'audio', 'audio/ogg'],
  ['fLaC', 'audio', 'audio/flac'],
  ['\0\0\x01\xba', 'video', 'video/mpeg'],
  ['\0\0\x01\xb3', 'video', 'video/mpeg'],
  ['FLV\x01', 'video', 'video/x-flv'],
  ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'video', 'video/wmv'],
];

/** The kinds of RIFF and IFF files, by the word at byte 8. */
const chunked: Readonly<Record<string, readonly [MediaType, string]>> = {
  WEBP: ['image', 'image/webp'],
  WAVE: ['audio', 'audio/wav'],
  'AVI ': ['video', 'video/avi'],
  AIFF: ['audio', 'audio/aiff'],
  AIFC: ['audio', 'audio/aiff'],
};

/** The brands of ISO media files that are no `video/mp4`. */
const brands: readonly (readonly [RegExp, MediaType, string])[] = [
  [/^(heic|heix|heim|heis)/, 'image', 'image/heic'],
  [/^(mif1|msf1|hevc)/, 'image', 'image/heif'],
  [/^M4[AB]/, 'audio', 'audio/m4a'],
  [/^qt/, 'video', 'video/mov'],
  [/^3g/, 'video', 'video/3gpp'],
];

/** Office's files of today, by the folder in their archive. */
const archives: readonly (readonly [string, string])[] = [
  ['word/', `${openXml}wordprocessingml.document`],
  ['ppt/', `${openXml}presentationml.presentation`],
  ['xl/', `${openXml}spreadsheetml.sheet`],
];

const openDocument = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|presentation|spreadsheet)/;

/** Office's files up to 2003, by the name of the stream that holds the document. */
const compounds: readonly (readonly [string, string])[] = [
  ['WordDocument', 'application/msword'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
  ['Workbook', 'application/vnd.ms-excel'],
];

/** How many bytes tell what a file is. */
export const tellingBytes = 64 * 1024;

/** `bytes`: the beginning of a file, at least `tellingBytes` of it, or all. */
export function fileTypeOf(bytes: Uint8Array): FileType {
  const head = latin(bytes.subarray(0, tellingBytes));
  const type = typeOfMedia(head);
  if (type) return { kind: 'media', media: type[0], mimeType: type[1] };
  return isText(bytes) ? { kind: 'text' } : { kind: 'unknown' };
}

function typeOfMedia(head: string): readonly [MediaType, string] | undefined {
  const found = beginnings.find(([begin]) => head.startsWith(begin));
  if (found) return [found[1], found[2]];
  // The first chunk says how wide and high the picture is, and no picture has none.
  if (head.startsWith('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')) return ['image', 'image/png'];
  if (head.startsWith('RIFF') || head.startsWith('FORM')) return chunked[head.slice(8, 12)];
  if (head.slice(4, 8) === 'ftyp') return ofBrand(head.slice(8, 12));
  if (head.startsWith('PK\x03\x04')) return ofArchive(head);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return ofCompound(head);
  if (head.startsWith('\x1a\x45\xdf\xa3'))
    return head.slice(0, 64).includes('webm') ? ['video', 'video/webm'] : undefined;
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return ['image', 'image/bmp'];
  // Frames of AAC and of MP3 begin with twelve set bits; the layer of AAC is 0.
  if (/^\xff[\xf0\xf1\xf8\xf9]/.test(head)) return ['audio', 'audio/aac'];
  return /^\xff[\xe2\xe3\xf2\xf3\xfa\xfb]/.test(head) ? ['audio', 'audio/mp3'] : undefined;
}

function ofBrand(brand: string): readonly [MediaType, string] | undefined {
  // The service takes no AVIF.
  if (/^avi[fs]/.test(brand)) return undefined;
  const found = brands.find(([pattern]) => pattern.test(brand));
  return found ? [found[1], found[2]] : ['video', 'video/mp4'];
}

function ofArchive(head: string): readonly [MediaType, string] | undefined {
  const open = openDocument.exec(head.slice(30));
  if (open) return ['document', `application/vnd.oasis.opendocument.${open[1]}`];
  const found = archives.find(([folder]) => entryIn(head, folder));
  return found && head.includes('[Content_Types].xml') ? ['document', found[1]] : undefined;
}

/** Whether the name of an entry begins so: it stands 30 bytes after the mark of its entry. */
function entryIn(head: string, folder: string): boolean {
  for (let at = head.indexOf('PK\x03\x04'); at >= 0; at = head.indexOf('PK\x03\x04', at + 4)) {
    if (head.startsWith(folder, at + 30)) return true;
  }
  return false;
}

function ofCompound(head: string): readonly [MediaType, string] | undefined {
  // Names are in UTF-16.
  const names = head.replaceAll('\0', '');
  const found = compounds.find(([name]) => names.includes(name));
  return found && ['document', found[1]];
}

/** UTF-8 without a NUL. The last character may be cut. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** One character for each byte. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
