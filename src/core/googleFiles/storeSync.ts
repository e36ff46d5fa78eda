import { Failure, type FailureReason, traits } from '../base/failure';
import type { DocumentOrigin, FileStores, NewDocument, StoreDocument } from '../interactions/fileStores';

/** What has to be done so that a store has the files of its folder as they are now. */
export interface SyncPlan {
  /** Not in the store yet. */
  readonly added: readonly DocumentOrigin[];
  /** In the store as they were. */
  readonly changed: readonly DocumentOrigin[];
  /** No longer in the folder. */
  readonly removed: readonly string[];
  readonly same: number;
  /** Documents to be deleted once the new ones can be searched, by path. One that is no longer in the folder, at once. */
  readonly old: ReadonlyMap<string, readonly StoreDocument[]>;
}

/** Documents that were not uploaded from here stay. One that could not be read is uploaded again. */
export function planSync(files: readonly DocumentOrigin[], documents: readonly StoreDocument[]): SyncPlan {
  const byPath = new Map<string, StoreDocument[]>();
  for (const document of documents) {
    const path = document.origin?.path;
    if (path !== undefined) byPath.set(path, [...(byPath.get(path) ?? []), document]);
  }
  const added: DocumentOrigin[] = [];
  const changed: DocumentOrigin[] = [];
  const old = new Map<string, readonly StoreDocument[]>();
  let same = 0;
  for (const file of files) {
    const there = byPath.get(file.path) ?? [];
    byPath.delete(file.path);
    const current = there.find(({ origin, isFailed }) => !isFailed && origin?.sha256 === file.sha256);
    // A sync that was cancelled may have left the one before.
    const others = there.filter((document) => document !== current);
    if (others.length > 0) old.set(file.path, others);
    if (current) same += 1;
    else if (there.length > 0) changed.push(file);
    else added.push(file);
  }
  for (const [path, left] of byPath) old.set(path, left);
  return { added, changed, removed: [...byPath.keys()], same, old };
}

/** How many files are on their way at once. */
const atOnce = 4;

/** A file that Google did not take. */
export interface RefusedFile {
  readonly path: string;
  readonly reason: FailureReason;
}

/**
 * Brings a store up to date. `read`: the file as it may be sent; undefined: it is held back, and what the store has of it
 * goes. Resolves with what Google refused. Rejects with a Failure that would meet every file, or the reason of the signal:
 * what was done until then stays, and the next sync goes on from there.
 */
export async function runSync(
  stores: Pick<FileStores, 'upload' | 'deleteDocument'>,
  store: string,
  plan: SyncPlan,
  read: (path: string) => NewDocument | undefined,
  onDone: (count: number) => void,
  signal: AbortSignal,
): Promise<readonly RefusedFile[]> {
  const refused: RefusedFile[] = [];
  const uploaded = new Set([...plan.added, ...plan.changed].map(({ path }) => path));
  const waiting = [...new Set([...uploaded, ...plan.old.keys()])];
  let done = 0;
  let stopped: Failure | undefined;
  const one = async (path: string) => {
    const document = uploaded.has(path) ? read(path) : undefined;
    // The old one is found until the new one can be.
    if (document) await stores.upload(store, document, signal);
    for (const { name } of plan.old.get(path) ?? []) await stores.deleteDocument(name, signal);
  };
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined && !stopped; path = waiting.shift()) {
      signal.throwIfAborted();
      try {
        await one(path);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (endsAll(error)) stopped ??= error;
        else refused.push({ path, reason: error.reason });
      }
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  signal.throwIfAborted();
  if (stopped) throw stopped;
  return refused;
}

/** A store that is gone takes no file, and a connection that is lost brings none. */
function endsAll({ reason }: Failure): boolean {
  return traits[reason].stopsBatch || traits[reason].transient || reason === 'notFound' || reason === 'connectionLost';
}
