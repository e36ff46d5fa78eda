/** A file of a sandbox, as the service lists it. Source: SDK type `EnvironmentFile`. */
export interface SandboxEntry {
  /** As the service says it. It is not to be trusted: what runs in the sandbox chooses it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** The sandboxes of agents. All fails with a `Failure`, or with the reason of the signal. */
export interface Sandboxes {
  /** The files of a sandbox, no folders and no links. `isWhole` is false where there are more than are listed. */
  list(
    environmentId: string,
    signal: AbortSignal,
  ): Promise<{ readonly entries: readonly SandboxEntry[]; readonly isWhole: boolean }>;
  /** The bytes of a file, by the path that was listed. */
  read(environmentId: string, path: string, signal: AbortSignal): Promise<Uint8Array>;
}
