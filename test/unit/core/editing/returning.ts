import { Failure } from '../../../../src/core/base/failure';
import {
  type FilesHere,
  type GivenFiles,
  type ReturnedFiles,
  returnedFiles,
  tooLarge,
} from '../../../../src/core/editing/apply/returnedFiles';
import type { SandboxEntry } from '../../../../src/core/interactions/sandboxes';

export const never = new AbortController().signal;
export const utf8 = (text: string) => new TextEncoder().encode(text);
export type Content = string | Uint8Array | Failure;

/** A sandbox whose list says what it likes, and what was fetched from it. */
export class Sandbox {
  readonly fetched: string[] = [];
  readonly entries: SandboxEntry[];

  constructor(
    private readonly files: ReadonlyMap<string, Content>,
    sizes: Readonly<Record<string, number>> = {},
    links: readonly string[] = [],
  ) {
    this.entries = [...files].map(([path, content]) => {
      const size = sizes[path] ?? (content instanceof Failure ? 10 : content.length);
      return { path, size, isFile: !links.includes(path) };
    });
  }

  async list() {
    return { entries: this.entries, isWhole: true };
  }

  async readEach(
    _id: string,
    paths: readonly string[],
    take: (read: Uint8Array | Failure, at: number) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void> {
    for (const [at, path] of paths.entries()) {
      signal.throwIfAborted();
      this.fetched.push(path);
      const content = this.files.get(path) ?? '';
      await take(typeof content === 'string' ? utf8(content) : content, at);
    }
  }
}

/** The workspace by paths. `links` are folders that lead out of it. */
export function workspace(
  files: Readonly<Record<string, string | undefined>>,
  links: readonly string[] = [],
): FilesHere<string> {
  return {
    placeOf: (path) => path,
    isInside: async (place) => !links.some((link) => place === link || place.startsWith(`${link}/`)),
    textOf: async (place) => ((files[place]?.length ?? 0) > 1_000_000 ? tooLarge : files[place]),
  };
}

export const given = (
  files: Readonly<Record<string, string>>,
  ...repositories: readonly string[]
): GivenFiles<string> => ({
  files: new Map(Object.entries(files).map(([path, text]) => [path, { place: path, text }])),
  repositories,
});

export function look(
  sandbox: Sandbox,
  sent: GivenFiles<string> = given({}),
  here: FilesHere<string> = workspace({}),
): Promise<ReturnedFiles<string>> {
  return returnedFiles(sandbox, 'env_1', sent, here, never);
}

export const whyOf = ({ refused }: ReturnedFiles<string>) =>
  Object.fromEntries(refused.map(({ path, why }) => [path, why]));
