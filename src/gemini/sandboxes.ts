import type { Environments } from '@google/genai/web';
import { Failure, traits } from '../core/base/failure';
import { lazy } from '../core/base/lazy';
import type { Sandbox, SandboxEntry, Sandboxes } from '../core/interactions/sandboxes';
import { ApiVersions } from './apiVersions';
import { type Connection, withSdk } from './connection';
import { numberOf, timeOf } from './fileFields';

const pageSize = 1_000;
/** Listing stops here: a sandbox full of files must not keep the list waiting. */
const mostPages = 10;
/** How many files are fetched at once. */
const atOnce = 16;
/** The root of the workspace. Source: SDK `GetEnvironmentFilesRequest.path`, which is relative to it. */
const root = '.';

export function sandboxesOver(connection: () => Promise<Connection>): Sandboxes {
  const versions = new ApiVersions();
  return {
    all: (onPage, signal) =>
      versions.run('environments', (version) =>
        withSdk(connection, version, signal, async (sdk) => {
          let page_token: string | undefined;
          for (let pages = 1; pages <= mostPages; pages += 1) {
            signal.throwIfAborted();
            const page = await sdk.environments.list({ page_size: pageSize, ...(page_token && { page_token }) }, once);
            onPage((page.environments ?? []).flatMap(readSandbox));
            page_token = page.next_page_token;
            if (!page_token) return true;
          }
          return false;
        }),
      ),
    delete: async (environmentId, signal) => {
      try {
        await versions.run('environments', (version) =>
          withSdk(connection, version, signal, (sdk) => sdk.environments.delete(environmentId, undefined, once)),
        );
      } catch (error) {
        if (!(error instanceof Failure && error.reason === 'environmentGone')) throw error;
      }
    },
    list: (environment, signal) =>
      versions.run('environments', (version) =>
        withSdk(connection, version, signal, async (sdk) => {
          const entries: SandboxEntry[] = [];
          let page_token: string | undefined;
          for (let pages = 1; pages <= mostPages; pages += 1) {
            signal.throwIfAborted();
            const asked = { environment, path: root, recursive: true, page_size: pageSize };
            const page = await sdk.environments.files.list({ ...asked, ...(page_token && { page_token }) }, once);
            for (const { type, path, size_bytes } of page.files ?? []) {
              if (type === 'directory' || path === undefined) continue;
              entries.push({ path, size: Number(size_bytes ?? 0), isFile: type === 'file' });
            }
            page_token = page.next_page_token;
            if (!page_token) return { entries, isWhole: true };
          }
          return { entries, isWhole: false };
        }),
      ),
    readEach: (environment, paths, take, signal) =>
      versions.run('environments', (version) =>
        // One client for all: to make one takes longer than to read a small file.
        withSdk(connection, version, signal, async ({ environments }) => {
          const isThere = lazy(() => environments.files.list({ environment, path: root, page_size: 1 }, once));
          let next = 0;
          const work = async () => {
            try {
              for (let at = next; at < paths.length; at = next) {
                next += 1;
                signal.throwIfAborted();
                const path = inAddress(paths[at] ?? '');
                await take(await readOrWhyNot(environments.files.download({ environment, path }), isThere), at);
              }
            } catch (error) {
              // The others read nothing more.
              next = paths.length;
              throw error;
            }
          };
          await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, work));
        }),
      ),
  };
}

/** The SDK puts a path into the address as it is, where a `#` would end it and `%41` be another name. */
function inAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/**
 * The reason where one file cannot be read. Rejects with what keeps all of them from being read. A refusal of a file reads
 * like one of its sandbox, so the list has to tell which of the two it is.
 */
async function readOrWhyNot(
  reading: Promise<Uint8Array>,
  isThere: () => Promise<unknown>,
): Promise<Uint8Array | Failure> {
  try {
    return await reading;
  } catch (error) {
    const { failureFromThrown } = await import('./failures');
    const failure = failureFromThrown(error);
    if (!failure) throw error;
    const { status, reason } = failure;
    const isGone = status === 404 || status === 410;
    if (isGone || status === 403) await isThere();
    else if (traits[reason].stopsBatch) throw error;
    return isGone ? new Failure('notFound', { status, cause: failure }) : failure;
  }
}

/** A sandbox without an id can be neither used nor deleted. */
function readSandbox({
  id,
  created,
  last_accessed,
  size_bytes,
  file_count,
  status,
}: Partial<Environments.Environment>): readonly Sandbox[] {
  if (typeof id !== 'string' || id === '') return [];
  return [
    {
      name: id,
      createdAt: timeOf(created),
      usedAt: timeOf(last_accessed),
      size: size_bytes === undefined ? undefined : numberOf(size_bytes),
      fileCount: file_count === undefined ? undefined : numberOf(file_count),
      isExpired: status === 'expired',
    },
  ];
}

const once = { retries: { strategy: 'none' } } as const;
