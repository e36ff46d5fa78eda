import { Failure } from '../../base/failure';
import type { SandboxEntry, Sandboxes } from '../../interactions/sandboxes';
import { mergedChange } from './mergedChange';
import { type PathRefusal, returnedPath } from './returnedPath';

/** A file that is different in a sandbox. `P`: how a place of a file is named here. */
interface ReturnedFile<P> {
  readonly place: P;
  readonly text: string;
  /** The text here that it was compared with. Undefined: there is no such file. */
  readonly now: string | undefined;
  /** The file here is no longer what was sent, and the changes of the sandbox were put into what it is now. */
  readonly isMerged: boolean;
}

/**
 * Why a file is left out. `notFile`: a link, a device or the like. `gone`: it is no longer in the sandbox. `unread`: it
 * cannot be read there. `unreadHere`: the file it belongs to cannot be read here as text. `removed`: it was sent, and is
 * not there any more. `edited`: the lines it changes are others here by now, or went without a part. `deleted`: the file
 * was sent, and is not here any more. `other`: it was not sent, and is not the file that has its name here. `repository`:
 * it is in a folder that the sandbox began with, which is not from here.
 */
export type FileRefusal =
  | PathRefusal
  | ('notFile' | 'tooLarge' | 'binary' | 'gone' | 'unread')
  | ('removed' | 'unreadHere' | 'outside' | 'edited' | 'deleted' | 'other' | 'repository');

export interface ReturnedFiles<P> {
  readonly changes: readonly ReturnedFile<P>[];
  /** The others, by their paths as the sandbox says them. */
  readonly refused: readonly { readonly path: string; readonly why: FileRefusal }[];
  /** There are more files than are looked at. */
  readonly hasMore: boolean;
}

interface GivenFile<P> {
  readonly place: P;
  readonly text: string;
  /** It went into an earlier sandbox, and perhaps not into this one. */
  readonly isEarlier?: boolean;
}

/** What the sandbox began with. Paths are below its root. */
export interface GivenFiles<P> {
  readonly files: ReadonlyMap<string, GivenFile<P>>;
  /** The folders of Git repositories. */
  readonly repositories: readonly string[];
}

/** The files here. Nothing is written. */
export interface FilesHere<P> {
  /** Where a file that the sandbox has made would lie. Undefined: nowhere. */
  placeOf(path: string): P | undefined;
  /** Whether a place is in the workspace, and no link on the way there leads out of it. */
  isInside(place: P): Promise<boolean>;
  /** With what was not saved yet. Undefined: there is no such file. `tooLarge`: more than `largest` bytes. */
  textOf(place: P, expected: string | undefined): Promise<string | undefined | typeof tooLarge | typeof unread>;
}

/** Stand for a text that is not read, and for one that cannot be. */
export const tooLarge = Symbol('tooLarge');
export const unread = Symbol('unread');
/** Text of a project is smaller. Bytes. */
export const largest = 1_000_000;
export const mostFiles = 1_000;

/**
 * What a sandbox has that is different from what was sent to it. A path is checked before anything is asked about it, and a
 * file is fetched only where it may be shown. Fails as the sandboxes do.
 */
export async function returnedFiles<P>(
  sandboxes: Pick<Sandboxes, 'list' | 'readEach'>,
  environmentId: string,
  given: GivenFiles<P>,
  here: FilesHere<P>,
  signal: AbortSignal,
): Promise<ReturnedFiles<P>> {
  const { entries, isWhole } = await sandboxes.list(environmentId, signal);
  const refused: { path: string; why: FileRefusal }[] = [];
  if (isWhole) refused.push(...(await removedFiles(entries, given.files, here)));
  const own = withoutRepositories(entries, given.repositories, refused);
  const looked = own.toSorted((a, b) => (a.path < b.path ? -1 : 1)).slice(0, mostFiles);
  const seen = new Set<string>();
  const checked = looked.map((entry) => checkedPath(entry, seen));
  const found: (ReturnedFile<P> | FileRefusal | undefined)[] = await Promise.all(checked.map(whyNotFetched));
  const wanted = [...checked.entries()].filter(([at]) => found[at] === undefined);
  await sandboxes.readEach(
    environmentId,
    wanted.map(([at]) => looked[at]?.path ?? ''),
    async (read, n) => {
      const [at, { path }] = wanted[n] ?? [0, { path: '' }];
      found[at] = read instanceof Failure ? whyNotRead(read) : await changeOf(path, read);
    },
    signal,
  );
  const changes: ReturnedFile<P>[] = [];
  for (const [at, { path }] of looked.entries()) {
    const one = found[at];
    if (typeof one === 'string') refused.push({ path, why: one });
    else if (one) changes.push(one);
  }
  return { changes, refused, hasMore: !isWhole || own.length > looked.length };

  function placeOf(path: string): P | undefined {
    const source = given.files.get(path);
    return source ? source.place : here.placeOf(path);
  }

  async function whyNotFetched({ path, refusal }: CheckedPath): Promise<FileRefusal | undefined> {
    if (refusal !== undefined) return refusal;
    const place = placeOf(path);
    return place !== undefined && (await here.isInside(place)) ? undefined : 'outside';
  }

  async function changeOf(path: string, bytes: Uint8Array): Promise<ReturnedFile<P> | FileRefusal | undefined> {
    if (bytes.length > largest) return 'tooLarge';
    const text = textOf(bytes);
    if (text === undefined) return 'binary';
    const [source, place] = [given.files.get(path), placeOf(path)];
    if (place === undefined || text === source?.text) return undefined;
    const now = await here.textOf(place, source?.text);
    if (now === tooLarge) return 'tooLarge';
    if (now === unread) return 'unreadHere';
    if (now === text) return undefined;
    if (now === source?.text) return { place, text, now, isMerged: false };
    if (source === undefined) return 'other';
    if (now === undefined) return 'deleted';
    const merged = mergedChange(source.text, text, now);
    if (merged === undefined) return 'edited';
    return merged === now ? undefined : { place, text: merged, now, isMerged: true };
  }
}

interface CheckedPath {
  /** Below the root of the sandbox. */
  readonly path: string;
  readonly refusal?: FileRefusal;
}

/** What the sandbox says of the one file. */
function whyNotRead({ reason }: Failure): FileRefusal {
  if (reason === 'oversizedEvent') return 'tooLarge';
  return reason === 'notFound' ? 'gone' : 'unread';
}

function checkedPath({ path, size, isFile }: SandboxEntry, seen: Set<string>): CheckedPath {
  const checked = returnedPath(path);
  if ('refusal' in checked) return { path, refusal: checked.refusal };
  if (!isFile) return { path, refusal: 'notFile' };
  // File systems that take no notice of case have one file of both.
  const key = checked.path.toLowerCase();
  if (seen.has(key)) return { path, refusal: 'unsafe' };
  seen.add(key);
  // What the service says of a size may be no number.
  return size <= largest ? checked : { path, refusal: 'tooLarge' };
}

/** What was sent, is not listed, and is still here: an agent deletes nothing here. */
async function removedFiles<P>(
  entries: readonly SandboxEntry[],
  given: GivenFiles<P>['files'],
  here: FilesHere<P>,
): Promise<readonly { readonly path: string; readonly why: FileRefusal }[]> {
  const there = new Set(entries.map(({ path }) => belowRoot(path)));
  const missing = [...given].filter(([path, { isEarlier }]) => !isEarlier && !there.has(path));
  const texts = await Promise.all(missing.map(([, { place, text }]) => here.textOf(place, text)));
  return missing.filter((_, at) => texts[at] !== undefined).map(([path]) => ({ path, why: 'removed' }));
}

function belowRoot(path: string): string {
  return path.replace(/^\/?workspace\//, '');
}

/** A repository is left out as one, however many files it has. */
function withoutRepositories(
  entries: readonly SandboxEntry[],
  repositories: readonly string[],
  refused: { path: string; why: FileRefusal }[],
): readonly SandboxEntry[] {
  const folders = repositories.map((folder) => `${folder.toLowerCase()}/`);
  const met = new Set<string>();
  const own = entries.filter(({ path }) => {
    const inside = belowRoot(path).toLowerCase();
    const folder = folders.find((one) => inside.startsWith(one));
    if (folder !== undefined) met.add(folder);
    return folder === undefined;
  });
  for (const [at, folder] of repositories.entries()) {
    if (met.has(folders[at] ?? '')) refused.push({ path: `${folder}/`, why: 'repository' });
  }
  return own;
}

/** Undefined: it is no text. */
export function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });
