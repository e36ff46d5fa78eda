import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json';
import type { ChatRecord, SavedEvent } from '../../conversation/records';
import { mediaTypes } from '../../interactions/content';
import type { ReadBlob } from './readBlob';

/** Media up to this stay in their line: a file of its own would cost more. Characters of Base64. */
export const longestInline = 4 * 1024;
/** Media lie in the lists of steps, a few levels down. What is deeper stays as it is. */
const deepest = 12;

/** Puts bytes beside the chat's file, and returns the name of the blob. */
export type KeepBlob = (blob: JsonObject) => Promise<string>;

/**
 * A piece of an answer, or all of it, with the bytes of its media in blobs of their own. An answer is written down while it
 * arrives and once more at its end: the same bytes have the same name, and so they are kept once.
 */
export async function withoutAnswerMedia(record: ChatRecord, keep: KeepBlob): Promise<ChatRecord> {
  if (record.kind === 'end') {
    const { end } = record;
    return { ...record, end: { ...end, steps: await each(end.steps, (step) => takenOut(step, keep)) } };
  }
  if (record.kind !== 'delta') return record;
  return { ...record, events: await each(record.events, (event) => eventWithout(event, keep)) };
}

/** The same for the content of a line. */
export async function contentWithoutAnswerMedia(content: JsonObject, keep: KeepBlob): Promise<JsonObject> {
  return takenOut(content, keep);
}

/** The content of a line with those bytes in it again. A medium whose blob is lost keeps its place, without `data`. */
export function withAnswerMedia(
  content: JsonObject,
  readBlob: ReadBlob,
): Promise<{ readonly content: JsonObject; readonly isWhole: boolean }> | undefined {
  return holds(content, isReference) ? fill(content, readBlob) : undefined;
}

async function fill(content: JsonObject, readBlob: ReadBlob) {
  let isWhole = true;
  const filled = await changed(content, isReference, async (medium) => {
    const kept = await readBlob(String(medium.blob)).catch(() => undefined);
    const data = kept?.data;
    if (typeof data === 'string') return renamed(medium, 'blob', 'data', data);
    isWhole = false;
    const { blob: _, ...rest } = medium;
    return rest;
  });
  return { content: filled, isWhole };
}

async function eventWithout(event: SavedEvent, keep: KeepBlob): Promise<SavedEvent> {
  if ('start' in event) return { ...event, start: await takenOut(event.start, keep) };
  return 'delta' in event ? { ...event, delta: await takenOut(event.delta, keep) } : event;
}

async function takenOut(value: JsonObject, keep: KeepBlob): Promise<JsonObject> {
  // Almost never: pieces of text have nothing to wait for.
  if (!holds(value, isLong)) return value;
  return changed(value, isLong, async (medium) =>
    renamed(medium, 'data', 'blob', await keep({ data: medium.data ?? '' })),
  );
}

function isMedium({ type }: JsonObject): boolean {
  return mediaTypes.some((known) => known === type);
}

function isLong(value: JsonObject): boolean {
  const { data, blob } = value;
  return isMedium(value) && typeof data === 'string' && data.length > longestInline && blob === undefined;
}

function isReference(value: JsonObject): boolean {
  const { data, blob } = value;
  return isMedium(value) && data === undefined && typeof blob === 'string' && /^[0-9a-f]{64}$/.test(blob);
}

function holds(value: JsonValue, is: (object: JsonObject) => boolean, depth = 0): boolean {
  if (typeof value !== 'object' || value === null || depth > deepest) return false;
  if (isJsonObject(value) && is(value)) return true;
  return Object.values(value).some((field) => holds(field, is, depth + 1));
}

/** The same object with each medium in it exchanged. */
async function changed(
  object: JsonObject,
  is: (object: JsonObject) => boolean,
  exchange: (medium: JsonObject) => Promise<JsonObject>,
  depth = 0,
): Promise<JsonObject> {
  if (is(object)) return exchange(object);
  const inside = async (value: JsonValue, level: number): Promise<JsonValue> => {
    if (!holds(value, is, level)) return value;
    if (isJsonObject(value)) return changed(value, is, exchange, level);
    return Array.isArray(value) ? each<JsonValue>(value, (item) => inside(item, level + 1)) : value;
  };
  const entries: [string, JsonValue][] = [];
  for (const [key, value] of Object.entries(object)) entries.push([key, await inside(value, depth + 1)]);
  return Object.fromEntries(entries);
}

/** One field under another name, in its place: what the service wrote goes back in the same order. */
function renamed(object: JsonObject, from: string, to: string, value: string): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, field]) => (key === from ? [to, value] : [key, field])));
}

/** One after the other: media are large. */
async function each<T>(list: readonly T[], change: (item: T) => Promise<T>): Promise<readonly T[]> {
  const result: T[] = [];
  for (const item of list) result.push(await change(item));
  return result;
}
