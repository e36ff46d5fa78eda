import type { GoogleGenAI, Document as SdkDocument, FileSearchStore as SdkStore } from '@google/genai/web';
import { Failure } from '../core/base/failure';
import type { DocumentOrigin, FileStore, FileStores, StoreDocument } from '../core/interactions/fileStores';
import { ApiVersions } from './apiVersions';
import { type Connection, withSdk } from './connection';
import { numberOf, timeOf } from './fileFields';

/** The most that the service gives at once. Source: the page "File Search", `fileSearchStores.list` and `documents.list`. */
const pageSize = 20;
/** Listing stops here: a service that pages for ever must not keep the list waiting. */
const mostPages = 500;
/** Words for what we note with a document. Source: SDK type `CustomMetadata`. */
const pathKey = 'path';
const hashKey = 'sha256';

/** `lookMs`: how long is waited before it is looked again whether a document was indexed. Milliseconds. */
export function fileStoresOver(connection: () => Promise<Connection>, lookMs = 1_000): FileStores {
  const versions = new ApiVersions();
  const call = <T>(signal: AbortSignal, run: (sdk: GoogleGenAI) => Promise<T>) =>
    versions.run('stores', (version) => withSdk(connection, version, signal, run));
  const gone = async (deleting: Promise<void>) => {
    try {
      await deleting;
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  };
  return {
    list: (onPage, signal) =>
      call(signal, async (sdk) => {
        const pager = await sdk.fileSearchStores.list({ config: { pageSize } });
        return eachPage(pager, signal, (page) => onPage(page.flatMap(readStore)));
      }),
    create: (displayName, signal) =>
      call(signal, async (sdk) => {
        const [store] = readStore(await sdk.fileSearchStores.create({ config: { displayName } }));
        if (!store) throw new Failure('malformedAnswer');
        return store;
      }),
    delete: (name, signal) =>
      gone(call(signal, (sdk) => sdk.fileSearchStores.delete({ name, config: { force: true } }))),
    documents: (store, signal) =>
      call(signal, async (sdk) => {
        const found: StoreDocument[] = [];
        const pager = await sdk.fileSearchStores.documents.list({ parent: store, config: { pageSize } });
        await eachPage(pager, signal, (page) => found.push(...page.flatMap(readDocument)));
        return found;
      }),
    upload: (store, { path, sha256, bytes, mimeType }, signal) =>
      call(signal, async (sdk) => {
        let operation = await sdk.fileSearchStores.uploadToFileSearchStore({
          fileSearchStoreName: store,
          file: new Blob([bytes]),
          config: {
            mimeType,
            // The cut may be in the middle of a character.
            displayName: path.slice(-longestName).toWellFormed(),
            customMetadata: [
              { key: pathKey, stringValue: path },
              { key: hashKey, stringValue: sha256 },
            ],
          },
        });
        // An operation without a name can be asked about no more: the list of documents tells how it ended.
        while (operation.done !== true && operation.name) {
          await new Promise((resolve) => setTimeout(resolve, lookMs));
          signal.throwIfAborted();
          operation = await sdk.operations.get({ operation });
        }
        if (operation.error) throw new Failure('attachmentRefused', { code: 'unreadable' });
      }),
    deleteDocument: (name, signal) =>
      gone(call(signal, (sdk) => sdk.fileSearchStores.documents.delete({ name, config: { force: true } }))),
  };
}

/** Source: SDK type `UploadToFileSearchStoreConfig`, the note at `Document.displayName`. Characters. */
const longestName = 512;

interface Pages<T> {
  readonly page: T[];
  hasNextPage(): boolean;
  nextPage(): Promise<T[]>;
}

/** False: there are more pages. */
async function eachPage<T>(pager: Pages<T>, signal: AbortSignal, onPage: (page: readonly T[]) => void) {
  for (let pages = 1; ; pages += 1) {
    signal.throwIfAborted();
    onPage(pager.page);
    if (!pager.hasNextPage()) return true;
    if (pages === mostPages) return false;
    await pager.nextPage();
  }
}

/** A store without a name can be neither used nor deleted. */
function readStore({ name, displayName, createTime, ...store }: SdkStore): readonly FileStore[] {
  if (name === undefined || name === '') return [];
  return [
    {
      name,
      displayName: displayName || name,
      size: numberOf(store.sizeBytes),
      active: numberOf(store.activeDocumentsCount),
      pending: numberOf(store.pendingDocumentsCount),
      failed: numberOf(store.failedDocumentsCount),
      createdAt: timeOf(createTime),
    },
  ];
}

function readDocument({ name, state, customMetadata }: SdkDocument): readonly StoreDocument[] {
  if (name === undefined || name === '') return [];
  return [{ name, isFailed: state === 'STATE_FAILED', origin: readOrigin(customMetadata) }];
}

function readOrigin(metadata: SdkDocument['customMetadata'] = []): DocumentOrigin | undefined {
  const of = (wanted: string) => metadata.find(({ key }) => key === wanted)?.stringValue;
  const path = of(pathKey);
  return path === undefined ? undefined : { path, sha256: of(hashKey) ?? '' };
}

function isGone(error: unknown): boolean {
  return error instanceof Failure && (error.reason === 'notFound' || error.status === 404 || error.status === 403);
}
