import type { File as SdkFile } from '@google/genai/web';
import { Failure } from '../core/base/failure';
import type { GoogleFile, GoogleFileState, GoogleFiles } from '../core/interactions/googleFiles';
import { ApiVersions } from './apiVersions';
import { type Connection, withSdk } from './connection';
import { numberOf, timeOf } from './fileFields';

/** The most that the service gives at once. Source: the page "Files API", `files.list`. */
const pageSize = 100;
/** Listing stops here: a service that pages for ever must not keep the list waiting. */
const mostPages = 100;

export function googleFilesOver(connection: () => Promise<Connection>): GoogleFiles {
  const versions = new ApiVersions();
  return {
    list: (onPage, signal) =>
      versions.run('files', (version) =>
        withSdk(connection, version, signal, async (sdk) => {
          const pager = await sdk.files.list({ config: { pageSize } });
          for (let pages = 1; ; pages += 1) {
            signal.throwIfAborted();
            onPage(pager.page.flatMap(readFile));
            if (!pager.hasNextPage()) return true;
            if (pages === mostPages) return false;
            await pager.nextPage();
          }
        }),
      ),
    delete: async (name, signal) => {
      try {
        await versions.run('files', (version) =>
          withSdk(connection, version, signal, (sdk) => sdk.files.delete({ name })),
        );
      } catch (error) {
        if (!isGone(error)) throw error;
      }
    },
  };
}

/** A file without a name can be neither used nor deleted. */
function readFile({ name, uri, displayName, mimeType, sizeBytes, ...file }: SdkFile): readonly GoogleFile[] {
  if (name === undefined || name === '') return [];
  return [
    {
      name,
      uri: uri ?? '',
      displayName: displayName || name,
      mimeType: mimeType ?? '',
      size: numberOf(sizeBytes),
      createdAt: timeOf(file.createTime),
      expiresAt: timeOf(file.expirationTime),
      state: stateOf(file.state),
    },
  ];
}

function stateOf(state: SdkFile['state']): GoogleFileState {
  if (state === 'PROCESSING') return 'processing';
  return state === 'FAILED' ? 'failed' : 'active';
}

/** The service answers for a file that is gone as for one of another project. */
function isGone(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  return error.reason === 'notFound' || (error.reason === 'attachmentRefused' && error.code === 'expired');
}
