import { isRunning, type Turn } from '../chat/turn';
import { isJsonObject, numberField } from '../json';
import type { StorageFiles } from './files';
import { readTurn } from './readTurn';

/**
 * The turns of a chat as the old layout kept them, earliest first: two files for each, of which the later that can be
 * read counts. One that was running when it was kept is interrupted.
 */
export async function readOldTurns(files: StorageFiles, folder: string): Promise<readonly Turn[]> {
  const latest = new Map<string, { readonly revision: number; readonly turn: Turn }>();
  for (const { name } of await files.list(folder)) {
    const [, turnName] = /^(.+)\.[01]\.json$/.exec(name) ?? [];
    const bytes = turnName === undefined ? undefined : await files.read(`${folder}/${name}`);
    const saved = bytes && parsed(bytes);
    const turn = isJsonObject(saved) ? readTurn(saved.value) : undefined;
    if (turnName === undefined || !isJsonObject(saved) || !turn) continue;
    const revision = numberField(saved, 'revision') ?? 0;
    if (revision >= (latest.get(turnName)?.revision ?? 0)) latest.set(turnName, { revision, turn });
  }
  const turns = [...latest.values()].map(({ turn }) =>
    isRunning(turn) ? { ...turn, status: 'interrupted' as const } : turn,
  );
  return turns.sort((a, b) => a.createdAt - b.createdAt);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Cut by a crash: the other file counts.
    return undefined;
  }
}
