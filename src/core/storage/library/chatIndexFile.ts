import { isJsonObject, type JsonObject, numberField, objectField, objectsField, textField } from '../../base/json';
import type { ChatCondition } from '../../conversation/savedChat';
import { crc32 } from '../files/crc32';
import type { StorageFiles } from '../files/files';
import type { IndexEntry } from './chatIndexEntry';

/** A cache: deleting it loses nothing. */
export const indexPath = 'v1/index.json';
/** Grows when the same field means something else: an index of another version is not believed. */
const version = 1;
const conditions: readonly ChatCondition[] = ['whole', 'damaged', 'newer'];
const tail = /,"c":(\d+)\}$/;
const longestTail = 20;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What the index says, whether or not it is still so. Empty: there is none, or it is damaged. */
export async function readIndex(files: StorageFiles): Promise<readonly IndexEntry[]> {
  const bytes = await files.read(indexPath);
  if (!bytes) return [];
  const end = tail.exec(decoder.decode(bytes.subarray(-longestTail)));
  if (!end || Number(end[1]) !== crc32(bytes, 0, bytes.length - end[0].length)) return [];
  const index: unknown = JSON.parse(decoder.decode(bytes));
  if (!isJsonObject(index) || index.v !== version) return [];
  return objectsField(index, 'chats').flatMap((entry) => readEntry(entry) ?? []);
}

export function writeIndex(files: StorageFiles, entries: readonly IndexEntry[]): Promise<void> {
  const body = encoder.encode(`{"v":${version},"chats":${JSON.stringify(entries)}`);
  const end = encoder.encode(`,"c":${crc32(body)}}`);
  const bytes = new Uint8Array(body.length + end.length);
  bytes.set(body);
  bytes.set(end, body.length);
  return files.write(indexPath, bytes);
}

function readEntry(value: JsonObject): IndexEntry | undefined {
  const chatId = textField(value, 'chatId');
  const condition = conditions.find((known) => known === value.condition);
  if (chatId === undefined || condition === undefined) return undefined;
  const count = (key: string) => numberField(value, key) ?? 0;
  const workspace = objectField(value, 'workspace');
  return {
    chatId,
    size: count('size'),
    modifiedAt: count('modifiedAt'),
    readTo: count('readTo'),
    guard: textField(value, 'guard') ?? '',
    createdAt: numberField(value, 'createdAt'),
    updatedAt: count('updatedAt'),
    workspace: workspace && { name: textField(workspace, 'name') ?? '', uri: textField(workspace, 'uri') ?? '' },
    isPrivate: value.isPrivate === true,
    givenTitle: textField(value, 'givenTitle'),
    firstWords: textField(value, 'firstWords'),
    lastLine: textField(value, 'lastLine') ?? '',
    condition,
  };
}
