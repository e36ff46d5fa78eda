import type { Attachment } from '../conversation/turn';
import type { MediaType } from '../interactions/content';

/** The whole body of a request may have 20 MB. What is left over is for the words around the files. Characters of base64. */
export const inlineLimit = 19_500_000;

/** The number of base64 characters for a number of bytes. */
export function encodedLength(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** How many characters of base64 these attachments put into a request. */
export function inlineLength(attachments: readonly Attachment[]): number {
  return attachments.reduce((sum, one) => sum + (one.kind === 'media' ? one.data.length : 0), 0);
}

/** What these take at the resolution that the service chooses. Source: the page "Media resolution" of the Gemini API. */
const tokensOfPicture = 1_120;
const tokensOfPage = 560;

/** About how many tokens a file takes. Undefined: that depends on how long it plays, or on how much is written in it. */
export function tokensOf(media: MediaType, mimeType: string, bytes: Uint8Array): number | undefined {
  if (media === 'image') return tokensOfPicture;
  if (mimeType !== 'application/pdf') return undefined;
  const pages = pagesOf(bytes);
  return pages === undefined ? undefined : pages * tokensOfPage;
}

/** The list of pages of a tree may be long, and the count stand behind it. Characters. */
const longestTree = 4_000;

/** How many pages the trees of pages of a PDF count. Undefined: they are compressed. */
function pagesOf(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('latin1').decode(bytes);
  const counts = [...text.matchAll(/\/Type\s*\/Pages\b/g)].map(({ index }) => {
    const before =
      text
        .slice(Math.max(0, index - longestTree), index)
        .split('<<')
        .at(-1) ?? '';
    const after = text.slice(index, index + longestTree).split('>>')[0] ?? '';
    return Number(/\/Count\s+(\d{1,6})/.exec(before + after)?.[1] ?? 0);
  });
  const most = Math.max(0, ...counts);
  return most > 0 ? most : undefined;
}

/** The endings of names that promise a file of these kinds. */
const endings: readonly (readonly [MediaType, RegExp])[] = [
  ['image', /\.(png|jpe?g|gif|webp|hei[cf]|bmp|tiff?)$/i],
  ['audio', /\.(wav|mp3|aiff?|aac|ogg|flac|m4a)$/i],
  ['video', /\.(mp4|mpe?g|mov|avi|flv|webm|wmv|3gpp?)$/i],
  ['document', /\.(pdf|docx?|pptx?|xlsx?|od[tps])$/i],
];

/** The kind that the name of a file promises. Undefined: it may be a text. */
export function promisedMedia(name: string): MediaType | undefined {
  return endings.find(([, ending]) => ending.test(name))?.[0];
}
