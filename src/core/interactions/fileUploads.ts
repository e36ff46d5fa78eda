/** A file that lies at Google for two days. Source: SDK type `File`. */
export interface UploadedFile {
  /** Such as `files/abc-123`. */
  readonly name: string;
  /** What requests name it by. */
  readonly uri: string;
  /** When Google deletes it. Milliseconds since 1970. */
  readonly expiresAt: number;
}

export interface FileToUpload {
  readonly blob: Blob;
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
