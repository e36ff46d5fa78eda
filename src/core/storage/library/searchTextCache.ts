import { isJsonObject, numberField, textField } from '../../base/json';
import { joinBytes } from '../files/bytes';
import { crc32 } from '../files/crc32';
import type { StorageFiles } from '../files/files';

/** A cache: deleting it loses nothing. */
export const textCachePath = 'v1/text.cache';

/** The words of a chat as they were when its file was of this size and time. */
export interface CachedText {
  readonly chatId: string;
  readonly size: number;
  readonly modifiedAt: number;
  /** UTF-8. */
  readonly text: Uint8Array;
  /** The CRC-32 of the text. */
  readonly sum: number;
}

export interface TextCache {
  readonly texts: ReadonlyMap<string, CachedText>;
  /** Bytes of the file that are of no use any more, or cannot be read. */
  readonly wasted: number;
  readonly exists: boolean;
}

const encoder = new TextEncoder();
/** A mark of byte order at the beginning is a character like any other here: positions count it. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const lineFeed = 0x0a;
const version = encoder.encode('{"v":1}\n');
const longestHead = 1000;

/** Takes the file apart without reading the texts. What follows a damaged place is not believed. */
export async function readTextCache(files: StorageFiles): Promise<TextCache> {
  const bytes = await files.read(textCachePath);
  const texts = new Map<string, CachedText>();
  if (!bytes || !version.every((byte, index) => bytes[index] === byte)) {
    return { texts, wasted: 0, exists: false };
  }
  let used = version.length;
  for (let at = version.length; at < bytes.length; ) {
    const head = readHead(bytes, at);
    if (!head || head.end > bytes.length) break;
    used += head.end - at - lengthOf(texts.get(head.text.chatId));
    texts.set(head.text.chatId, head.text);
    at = head.end;
  }
  return { texts, wasted: bytes.length - used, exists: true };
}

/** Adds texts; later ones replace earlier ones of the same chat. Does nothing when there is no cache to add to. */
export async function addToTextCache(files: StorageFiles, texts: readonly CachedText[]): Promise<void> {
  try {
    await files.append(textCachePath, joinBytes(texts.flatMap(encoded)), { create: false, durable: false });
  } catch (error) {
    // Another window removed it to rewrite it; what is missing is added the next time.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}

/** Rewrites the cache with these texts only. */
export function writeTextCache(files: StorageFiles, texts: Iterable<CachedText>): Promise<void> {
  return files.write(textCachePath, joinBytes([version, ...[...texts].flatMap(encoded)]));
}

export function cachedText(
  chat: { readonly chatId: string; readonly size: number; readonly modifiedAt: number },
  text: string,
): CachedText {
  const { chatId, size, modifiedAt } = chat;
  const bytes = encoder.encode(text);
  return { chatId, size, modifiedAt, text: bytes, sum: crc32(bytes) };
}

export function decodedText({ text }: CachedText): string {
  return decoder.decode(text);
}

/** A part of a text, which has `length` UTF-16 units: those from `start` to `end`, without decoding the rest. */
export function unitsOf(text: Uint8Array, length: number, start: number, end: number): string {
  if (text.length === length) return decoder.decode(text.subarray(start, end));
  const first = byteOf(text, start, 0);
  return decoder.decode(text.subarray(first, byteOf(text, end - start, first)));
}

/** Where a UTF-16 unit lies, counted in units from the byte `from`. Halves of a character are not asked for. */
function byteOf(text: Uint8Array, units: number, from: number): number {
  let at = from;
  for (let left = units; left > 0 && at < text.length; ) {
    const byte = text[at] ?? 0;
    left -= byte < 0xf0 ? 1 : 2;
    at += byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  }
  return at;
}

function encoded({ chatId, size, modifiedAt, text, sum }: CachedText): readonly Uint8Array[] {
  return [encoder.encode(`${JSON.stringify({ chatId, size, modifiedAt, length: text.length, sum })}\n`), text];
}

function readHead(bytes: Uint8Array, start: number): { readonly text: CachedText; readonly end: number } | undefined {
  const textStart = bytes.subarray(0, start + longestHead).indexOf(lineFeed, start) + 1;
  if (textStart === 0) return undefined;
  try {
    const head: unknown = JSON.parse(decoder.decode(bytes.subarray(start, textStart)));
    if (!isJsonObject(head)) return undefined;
    const chatId = textField(head, 'chatId');
    const length = numberField(head, 'length');
    if (chatId === undefined || length === undefined || length < 0) return undefined;
    const [size = 0, modifiedAt = 0, sum = 0] = ['size', 'modifiedAt', 'sum'].map((key) => numberField(head, key));
    const end = textStart + length;
    return { text: { chatId, size, modifiedAt, sum, text: bytes.subarray(textStart, end) }, end };
  } catch {
    // Cut or overwritten.
    return undefined;
  }
}

/** How many bytes of the file a text takes up, its head included. */
function lengthOf(text: CachedText | undefined): number {
  return text ? encoded(text).reduce((length, piece) => length + piece.length, 0) : 0;
}
