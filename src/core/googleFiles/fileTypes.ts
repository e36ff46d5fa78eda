import type { MediaType } from '../interactions/content';

/** What people call the types of documents that a model takes by their address. Source: SDK type `DocumentContent`. */
const documents: readonly (readonly [RegExp, string])[] = [
  [/^application\/pdf$/, 'PDF'],
  [/^text\/csv$/, 'CSV'],
  [/wordprocessingml|^application\/msword$/, 'Word'],
  [/presentationml|ms-powerpoint$/, 'PowerPoint'],
  [/spreadsheetml|ms-excel$/, 'Excel'],
  [/opendocument\.(text|presentation|spreadsheet)$/, 'OpenDocument'],
];

/** As which kind of content a file goes along with a question. Undefined: a chat takes none of its type by its address. */
export function mediaOf(mimeType: string): MediaType | undefined {
  const [kind] = mimeType.split('/');
  if (kind === 'image' || kind === 'audio' || kind === 'video') return kind;
  return documents.some(([type]) => type.test(mimeType)) ? 'document' : undefined;
}

/** The type in as few letters as people know it by. Undefined: the service does not say it. */
export function typeLabel(mimeType: string): string | undefined {
  const found = documents.find(([type]) => type.test(mimeType))?.[1];
  if (found !== undefined) return found;
  const [, short] = /^(?:image|audio|video)\/(?:x-)?([\w+-]{2,8})$/.exec(mimeType) ?? [];
  return short?.toUpperCase() ?? (mimeType === '' ? undefined : mimeType);
}
