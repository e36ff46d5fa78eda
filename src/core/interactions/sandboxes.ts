import type { Failure } from '../base/failure';

/** A file of a sandbox, as the service lists it. Source: SDK type `EnvironmentFile`. */
export interface SandboxEntry {
  /** As the service says it. It is not to be trusted: what runs in the sandbox chooses it. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** False: a link, a device, or what else there may be that is neither a plain file nor a folder. */
  readonly isFile: boolean;
}

/** A sandbox as the service lists it. Source: SDK type `Environment`. */
export interface Sandbox {
  /** Its id, as turns name it. */
  readonly name: string;
  /** Milliseconds since 1970. Undefined: the service does not say it. */
  readonly createdAt: number | undefined;
  /** When an agent last worked in it, as `createdAt`. */
  readonly usedAt: number | undefined;
  /** Bytes of all files. Undefined: the service does not say it. */
  readonly size: number | undefined;
  readonly fileCount: number | undefined;
  /** No agent can work in it any more. */
  readonly isExpired: boolean;
}

/** The sandboxes of agents. All fails with a `Failure`, or with the reason of the signal. */
export interface Sandboxes {
  /** Gives the sandboxes of the project page by page. False: there are more than are listed. */
  all(onPage: (page: readonly Sandbox[]) => void, signal: AbortSignal): Promise<boolean>;
  /** Deletes a sandbox with its files. Resolves also when it is gone already. */
  delete(environmentId: string, signal: AbortSignal): Promise<void>;
  /** All of a sandbox but its folders. `isWhole` is false where there is more than is listed. */
  list(
    environmentId: string,
    signal: AbortSignal,
  ): Promise<{ readonly entries: readonly SandboxEntry[]; readonly isWhole: boolean }>;
  /**
   * Gives `take` the bytes of files, by the paths that were listed, in any order; of one perhaps again after a refusal. Of
   * a file that cannot be read while the others can, it gives the reason: `notFound` where it is gone, `oversizedEvent`
   * where it is larger than anything that is read.
   */
  readEach(
    environmentId: string,
    paths: readonly string[],
    take: (read: Uint8Array | Failure, at: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
}
