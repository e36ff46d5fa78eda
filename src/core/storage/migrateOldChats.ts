import { partsOf } from '../chat/savedAnswer';
import type { Turn } from '../chat/turn';
import { blobsOf, encodeForFile, sha256 } from './blobs';
import { joinBytes } from './bytes';
import { chatPath, yearFolder } from './chatPaths';
import type { StorageFiles } from './files';
import { readChat } from './readChat';
import { readOldTurns } from './readOldTurns';
import type { ChatRecord } from './records';
import { inTreeOrder } from './treeOrder';

/** Where chats lay before version 1 of the layout: a folder for each, in it two files for each turn. */
const oldFolder = 'chats';
/** Where old files stay once their chat was read back from its new file. */
const keptFolder = 'v1/trash/old-chats';

const lineBreak = new Uint8Array([0x0a]);

export interface Migration {
  readonly migrated: readonly string[];
  /** Left where they were, to be tried again. */
  readonly failed: readonly { readonly chatId: string; readonly error: unknown }[];
}

/**
 * Brings chats of the old layout into the new one. May be stopped at any moment and started again: a chat is moved away
 * only after everything in it was read back, and what was written twice counts once. Does nothing where there are none.
 */
export async function migrateOldChats(files: StorageFiles): Promise<Migration> {
  const migrated: string[] = [];
  const failed: { chatId: string; error: unknown }[] = [];
  for (const { name: chatId, isFolder } of await files.list(oldFolder)) {
    if (!isFolder) continue;
    try {
      await migrateChat(files, chatId);
      migrated.push(chatId);
    } catch (error) {
      failed.push({ chatId, error });
    }
  }
  if (migrated.length > 0 && (await files.list(oldFolder)).length === 0) await files.remove(oldFolder);
  return { migrated, failed };
}

async function migrateChat(files: StorageFiles, chatId: string): Promise<void> {
  const old = `${oldFolder}/${chatId}`;
  const turns = inTreeOrder(await readOldTurns(files, old));
  const [first] = turns;
  if (!first) throw new Error('No turn of an old chat can be read.');
  const path = chatPath(yearFolder(first.createdAt), chatId);
  if (!(await holds(files, chatId, path, turns))) {
    const lines = await linesOf(files, chatId, turns);
    // A line break before them, so that they begin a line whatever stands there.
    const isThere = (await files.stat(path)) !== undefined;
    if (isThere) await files.append(path, joinBytes([lineBreak, lines]), { create: false, durable: true });
    else await files.write(path, lines);
    if (!(await holds(files, chatId, path, turns))) throw new Error('An old chat reads otherwise from its new file.');
  }
  await files.rename(old, await freeName(files, `${keptFolder}/${chatId}`));
}

/** Whether the file tells these turns as they are. */
async function holds(files: StorageFiles, chatId: string, path: string, turns: readonly Turn[]): Promise<boolean> {
  const bytes = await files.read(path);
  if (!bytes) return false;
  const { chat } = await readChat(chatId, bytes, blobsOf(files, chatId));
  const found = new Map(chat.turns.map((turn) => [turn.id, textOf(turn)]));
  return turns.every((turn) => found.get(turn.id) === textOf(turn));
}

async function linesOf(files: StorageFiles, chatId: string, turns: readonly Turn[]): Promise<Uint8Array> {
  const lines: Uint8Array[] = [];
  for (const turn of turns) {
    // The same turn makes the same lines each time, so that the second time counts for nothing.
    const writer = `old-${await sha256(new TextEncoder().encode(textOf(turn)))}`;
    for (const [number, record] of recordsOf(turn, turn === turns[0]).entries()) {
      lines.push(await encodeForFile(files, chatId, { writer, number, at: turn.createdAt }, record));
    }
  }
  return joinBytes(lines);
}

function recordsOf(turn: Turn, isFirst: boolean): readonly ChatRecord[] {
  const { id: turnId, parentId, createdAt, prompt, attachments, model, removedCharacters } = turn;
  const { status, interactionId, steps, parts, usage, failure, endedAs } = turn;
  const chat: ChatRecord = { kind: 'chat', createdAt, workspace: undefined };
  const isTold = JSON.stringify(partsOf(steps)) === JSON.stringify(parts);
  return [
    ...(isFirst ? [chat] : []),
    {
      kind: 'turn',
      turnId,
      turn: { id: turnId, parentId, createdAt, prompt, attachments, model, removedCharacters },
    },
    {
      kind: 'end',
      turnId,
      end: {
        status: status === 'waiting' || status === 'streaming' ? 'interrupted' : status,
        interactionId,
        steps,
        parts: isTold ? undefined : parts,
        usage,
        failure,
        endedAs,
      },
    },
  ];
}

/** All of a turn, the same text for the same turn. */
function textOf(turn: Turn): string {
  const { id, parentId, createdAt, prompt, attachments, model, removedCharacters } = turn;
  const { status, interactionId, steps, parts, usage, failure, endedAs } = turn;
  const question = [id, parentId, createdAt, prompt, attachments, model, removedCharacters];
  return JSON.stringify([question, [status, interactionId, steps, parts, usage, failure, endedAs]]);
}

async function freeName(files: StorageFiles, path: string): Promise<string> {
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? path : `${path}-${copy}`;
    if (!(await files.stat(name))) return name;
  }
}
