/** A file that lies at Google for two days. Source: SDK type `File`. */
export interface UploadedFile {
  /** Such as `files/abc-123`. */
  readonly name: string;
  /** What requests name it by. */
  readonly uri: string;
  /** When Google deletes it. Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The bytes of a file, a piece at a time. */
export interface FileBytes {
  readonly size: number;
  slice(start: number, end: number): Blob;
}

export interface FileToUpload {
  readonly bytes: FileBytes;
  readonly mimeType: string;
  readonly name: string;
}

export interface FileUploads {
  /**
   * Puts a file at Google, and resolves once a model can read it there. `onProgress`: how many bytes are sent. Fails with a
   * `Failure`; rejects with the signal's reason as soon as it aborts.
   */
  upload(file: FileToUpload, onProgress: (sent: number) => void, signal: AbortSignal): Promise<UploadedFile>;
}
