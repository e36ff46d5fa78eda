/** `processing`: no model can read it yet. `failed`: none ever can. Source: SDK type `FileState`. */
export type GoogleFileState = 'processing' | 'active' | 'failed';

/** A file as the Files API lists it. Source: SDK type `File`. */
export interface GoogleFile {
  /** Such as `files/abc-123`. */
  readonly name: string;
  /** What requests name it by. */
  readonly uri: string;
  /** What its owner called it; else its name. */
  readonly displayName: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. Undefined: the service does not say it. */
  readonly createdAt: number | undefined;
  /** When Google deletes it. Milliseconds since 1970. Undefined: never, as far as the service says. */
  readonly expiresAt: number | undefined;
  readonly state: GoogleFileState;
}

/** The files of the project that the key belongs to. All fails with a `Failure`, or with the reason of the signal. */
export interface GoogleFiles {
  /** Gives them page by page. False: there are more than are listed. */
  list(onPage: (files: readonly GoogleFile[]) => void, signal: AbortSignal): Promise<boolean>;
  /** Resolves also when the file is gone already. */
  delete(name: string, signal: AbortSignal): Promise<void>;
}
