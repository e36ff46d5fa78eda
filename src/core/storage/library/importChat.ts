import type { JsonObject } from '../../base/json';
import type { ChatCondition } from '../../conversation/savedChat';
import { joinBytes } from '../files/bytes';
import { blobPath, blobsFolder, chatPath } from '../files/chatPaths';
import type { StorageFiles } from '../files/files';
import { longestInline } from '../log/answerBlobs';
import { blobsOf, largestContent, sha256 } from '../log/blobs';
import { contentWithMedia, contentWithoutMedia } from '../log/contentBlobs';
import type { ReadBlob } from '../log/readBlob';
import { readChat } from '../log/readChat';
import { decodeLine, encodeLine, lineVersion, type RecordLine } from '../log/recordLine';
import { scanLines } from '../log/scanLines';
import { findChatFile } from './chatLibraryFiles';

/** What of a file is looked at. Bytes. */
const largestImport = 200 * 1024 * 1024;
/** Longer lines are set aside: reading one takes several times its length in memory. */
const longestLine = 64 * 1024 * 1024;
/** Ids that are there already do not happen; this only ends a loop. */
const mostTries = 10;

/** `foreign`: nothing in it was written by us. `empty`: nothing was said in it. */
export type ImportResult = { readonly chatId: string; readonly condition: ChatCondition } | 'foreign' | 'empty';

const encoder = new TextEncoder();
const lineBreak = Uint8Array.of(0x0a);

/**
 * A chat's file with everything in it: what lies beside it is put into its lines. All else stays byte for byte, damage
 * included, for programs that can still read it.
 */
export async function exportedLog(files: StorageFiles, chatId: string, bytes: Uint8Array): Promise<Uint8Array> {
  const readBlob = blobsOf(files, chatId);
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { start, end, isSound } of scanLines(bytes)) {
    if (!isSound || end - start > largestContent) continue;
    const line = decodeLine(bytes, start, end);
    if (line?.version !== lineVersion) continue;
    const content = await contentWithin(line, readBlob);
    if (!content) continue;
    const whole = encodeLine(line, line.kind, line.turnId, `"d":${JSON.stringify(content)}`);
    pieces.push(bytes.subarray(from, start), whole.subarray(0, -lineBreak.length));
    from = end;
  }
  return joinBytes([...pieces, bytes.subarray(from)]);
}

/** The content of a line with all that lies beside it. Undefined: nothing does, or it is not there. */
async function contentWithin(line: RecordLine, readBlob: ReadBlob): Promise<JsonObject | undefined> {
  const content = line.blob === undefined ? line.data : await readBlob(line.blob);
  const filled = content && (await contentWithMedia(line.kind, content, readBlob));
  if (filled?.isWhole) return filled.content;
  return line.blob === undefined ? undefined : content;
}

/**
 * Makes a chat of a file, as far as the file goes. Its lines are taken over as they are; only what is too large for a
 * line is put beside it. Touches nothing that is there. Rejects with the system's error, and leaves nothing behind then.
 */
export async function importChat(
  files: StorageFiles,
  folder: string,
  newId: () => string,
  bytes: Uint8Array,
): Promise<ImportResult> {
  const { lines, contents, isWhole } = await takeLines(bytes.subarray(0, largestImport));
  if (lines.length === 0) return bytes.every(isBlank) ? 'empty' : 'foreign';
  const log = joinBytes(lines);
  const { chat } = await readChat('', log, (name) => Promise.resolve(contents.get(name)?.data));
  if (chat.turns.length === 0) return 'empty';
  const condition = isWhole && bytes.length <= largestImport ? chat.condition : worse(chat.condition);
  return { chatId: await keep(files, folder, newId, log, contents), condition };
}

interface Content {
  readonly json: Uint8Array;
  readonly data: JsonObject;
}

interface TakenLines {
  readonly lines: readonly Uint8Array[];
  /** What is too large for a line, by its SHA-256. */
  readonly contents: ReadonlyMap<string, Content>;
  readonly isWhole: boolean;
}

async function takeLines(bytes: Uint8Array): Promise<TakenLines> {
  const lines: Uint8Array[] = [];
  const contents = new Map<string, Content>();
  let isWhole = true;
  for (const { start, end, isSound } of scanLines(bytes)) {
    if (!isSound || end - start > longestLine) {
      isWhole = false;
      continue;
    }
    const length = end - start + lineBreak.length;
    const isLarge = length > largestContent;
    const put = async (data: JsonObject) => {
      const json = encoder.encode(JSON.stringify(data));
      const name = await sha256(json);
      contents.set(name, { json, data });
      return name;
    };
    const line = length > longestInline ? decodeLine(bytes, start, end) : undefined;
    // The media of a question stay in a line that is short enough.
    const data = line?.version === lineVersion && (isLarge || line.kind !== 'turn') ? line.data : undefined;
    const slim = line && data && (await contentWithoutMedia(line.kind, data, put));
    if (!slim || (slim === data && !isLarge)) {
      lines.push(bytes.subarray(start, end), lineBreak);
      continue;
    }
    const slimLine = encodeLine(line, line.kind, line.turnId, `"d":${JSON.stringify(slim)}`);
    const isSmall = slimLine.length <= largestContent;
    lines.push(isSmall ? slimLine : encodeLine(line, line.kind, line.turnId, `"b":"${await put(slim)}"`));
  }
  return { lines, contents, isWhole };
}

/** Writes a chat that is not there yet. Returns its id. */
async function keep(
  files: StorageFiles,
  folder: string,
  newId: () => string,
  log: Uint8Array,
  contents: TakenLines['contents'],
): Promise<string> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const chatId = newId();
    if (await findChatFile(files, chatId)) continue;
    try {
      for (const [name, { json }] of contents) await files.createNew(blobPath(chatId, name), json);
      if (await files.createNew(chatPath(folder, chatId), log)) return chatId;
    } catch (error) {
      await files.remove(chatPath(folder, chatId)).catch(() => undefined);
      await files.remove(blobsFolder(chatId)).catch(() => undefined);
      throw error;
    }
  }
  throw new Error('No id is free.');
}

/** Part of the file was left out, and the person who imports it must know. */
function worse(condition: ChatCondition): ChatCondition {
  return condition === 'whole' ? 'damaged' : condition;
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
