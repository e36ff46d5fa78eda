import { gatewayRefusal, type WireError } from './wireError';

export interface Metadata {
  readonly key: string;
  readonly stringValue?: string;
  readonly numericValue?: number;
}

/** A document of a store. Source: SDK type `Document`. */
export interface StoredDocument {
  readonly name: string;
  readonly displayName: string;
  readonly mimeType: string;
  readonly sizeBytes: string;
  readonly createTime: string;
  readonly updateTime: string;
  readonly customMetadata?: readonly Metadata[];
  state: 'STATE_PENDING' | 'STATE_ACTIVE' | 'STATE_FAILED';
}

/** A store as it is kept here: its counts are counted when it is shown. */
export interface SearchStore {
  readonly name: string;
  readonly displayName: string;
  readonly createTime: string;
  readonly documents: Map<string, StoredDocument>;
  readonly contents: Map<string, Buffer>;
}

/** The File Search stores of a project, and what runs to fill them. */
export class SearchStores {
  private readonly stores = new Map<string, SearchStore>();
  private readonly operations = new Map<string, { readonly document: StoredDocument; readonly store: string }>();
  private readonly looks = new Map<string, number>();
  private count = 0;

  get all(): ReadonlyMap<string, SearchStore> {
    return this.stores;
  }

  create(displayName: string): SearchStore {
    this.count += 1;
    const words = displayName
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '');
    const store = {
      name: `fileSearchStores/${[words, `local${this.count}`].filter((part) => part !== '').join('-')}`,
      displayName,
      createTime: new Date().toISOString(),
      documents: new Map<string, StoredDocument>(),
      contents: new Map<string, Buffer>(),
    };
    this.stores.set(store.name, store);
    return store;
  }

  find(name: string): SearchStore {
    const found = this.stores.get(name);
    if (!found) throw missing('FileSearchStore', name);
    return found;
  }

  remove(name: string): void {
    this.find(name);
    this.stores.delete(name);
  }

  /** Puts a document into a store, and gives the operation that indexes it. */
  add(
    store: string,
    {
      displayName,
      mimeType,
      metadata,
    }: Pick<StoredDocument, 'displayName' | 'mimeType'> & { readonly metadata: readonly Metadata[] },
    content: Buffer,
    isPending = true,
  ): string {
    const { documents, contents } = this.find(store);
    this.count += 1;
    const now = new Date().toISOString();
    const document: StoredDocument = {
      name: `${store}/documents/document-${this.count}`,
      displayName,
      mimeType,
      sizeBytes: String(content.length),
      createTime: now,
      updateTime: now,
      ...(metadata.length > 0 && { customMetadata: metadata }),
      state: isPending ? 'STATE_PENDING' : 'STATE_ACTIVE',
    };
    documents.set(document.name, document);
    contents.set(document.name, content);
    const operation = `${store}/upload/operations/operation-${this.count}`;
    this.operations.set(operation, { document, store });
    return operation;
  }

  removeDocument(store: string, name: string): void {
    const { documents, contents } = this.find(store);
    if (!documents.delete(name)) throw missing('Document', name);
    contents.delete(name);
  }

  /** Each look lets a document come nearer to being indexed: after so many of them it is. */
  look(operation: string, needed: number): Readonly<Record<string, unknown>> {
    const found = this.operations.get(operation);
    if (!found) throw missing('Operation', operation);
    const looks = (this.looks.get(operation) ?? 0) + 1;
    this.looks.set(operation, looks);
    const { document, store } = found;
    if (looks < needed) return { name: operation };
    if (!/^text\/|^application\/(pdf|json|xml)$|officedocument|opendocument/.test(document.mimeType)) {
      document.state = 'STATE_FAILED';
      return { name: operation, done: true, error: { code: 3, message: `Unsupported type: ${document.mimeType}` } };
    }
    document.state = 'STATE_ACTIVE';
    return { name: operation, done: true, response: { parent: store, documentName: document.name } };
  }
}

function missing(kind: string, name: string): WireError {
  return gatewayRefusal(
    403,
    'PERMISSION_DENIED',
    `You do not have permission to access the ${kind} ${name} or it may not exist.`,
  );
}
