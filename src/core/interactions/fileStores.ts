/** A store of documents that answers can search. Source: SDK type `FileSearchStore`. */
export interface FileStore {
  /** Such as `fileSearchStores/handbook-abc`. */
  readonly name: string;
  /** What its owner called it; else its name. */
  readonly displayName: string;
  /** Bytes of all its documents. */
  readonly size: number;
  /** How many documents can be searched, are still being indexed, and could not be read. */
  readonly active: number;
  readonly pending: number;
  readonly failed: number;
  /** Milliseconds since 1970. Undefined: the service does not say it. */
  readonly createdAt: number | undefined;
}

/** A document of a store. Source: SDK type `Document`. */
export interface StoreDocument {
  /** Such as `fileSearchStores/handbook-abc/documents/readme-xyz`. */
  readonly name: string;
  readonly isFailed: boolean;
  /** What we noted with it when it was uploaded. Undefined: it was not uploaded from here. */
  readonly origin: DocumentOrigin | undefined;
}

/** Which file a document was made of. It is kept with the document, so that every computer and every citation knows. */
export interface DocumentOrigin {
  /** Below the folder of the store, with slashes. */
  readonly path: string;
  /** SHA-256 of the file, in hexadecimal digits. */
  readonly sha256: string;
}

export interface NewDocument extends DocumentOrigin {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mimeType: string;
}

/** The stores of the project that the key belongs to. All fails with a `Failure`, or with the reason of the signal. */
export interface FileStores {
  /** Gives them page by page. False: there are more than are listed. */
  list(onPage: (stores: readonly FileStore[]) => void, signal: AbortSignal): Promise<boolean>;
  create(displayName: string, signal: AbortSignal): Promise<FileStore>;
  /** With all its documents. Resolves also when it is gone already. */
  delete(name: string, signal: AbortSignal): Promise<void>;
  documents(store: string, signal: AbortSignal): Promise<readonly StoreDocument[]>;
  /** Resolves once the document can be searched. Fails with `attachmentRefused` where Google cannot read it. */
  upload(store: string, document: NewDocument, signal: AbortSignal): Promise<void>;
  /** Resolves also when it is gone already. */
  deleteDocument(name: string, signal: AbortSignal): Promise<void>;
}
