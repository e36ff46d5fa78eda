import { type FolderRoot, isAbsolute, pathBelow, pathInNamedFolder, readNamedPath } from './namedPath';

/** A file of the workspace. */
export interface FoundFile {
  readonly root: FolderRoot;
  /** Relative to the root, with `/` between its parts. */
  readonly path: string;
}

/** The open folders, as far as looking for files in them goes. */
export interface OpenFolders {
  /** Empty while the folder is not trusted: nothing an answer names is looked for there. */
  readonly roots: readonly FolderRoot[];
  /** Endings by which VS Code knows a file, in lower case and without the dot. */
  readonly endings: ReadonlySet<string>;
  isFile(file: FoundFile): Promise<boolean>;
  /** Files in any folder whose path ends in one of these; not all of them if there are very many. */
  filesEndingIn(paths: readonly string[], signal: AbortSignal): Promise<readonly FoundFile[]>;
}

/** This many files are asked about at the same time. */
const atOnce = 16;
/** This many answers are remembered, the latest. */
const mostAnswers = 64;
/** This many names are looked for in all folders at once, each of this many characters. */
const mostEnds = 50;
const longestEnd = 120;

/** Finds out which names in an answer are files of the workspace. */
export class PathFinder {
  /** What is known of each answer's names. */
  private readonly known = new Map<string, Map<string, boolean>>();

  constructor(private readonly folders: OpenFolders) {}

  /** Those of the texts that name a file. What was asked of an answer before is not looked for again. */
  async find(turnId: string, texts: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
    const known = this.knownOf(turnId);
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    const missing: string[] = [];
    for (let start = 0; start < fresh.length && !signal.aborted; start += atOnce) {
      const batch = fresh.slice(start, start + atOnce);
      const found = await Promise.all(batch.map(async (text) => (await this.direct(text)).length > 0));
      for (const [index, text] of batch.entries()) {
        if (found[index]) known.set(text, true);
        else missing.push(text);
      }
    }
    const elsewhere = await this.deeper(missing, signal);
    if (signal.aborted) return [];
    for (const text of missing) known.set(text, elsewhere.has(text));
    return texts.filter((text) => known.get(text));
  }

  /** Where a name leads now. Several: the answer did not say which. */
  async locate(text: string): Promise<readonly FoundFile[]> {
    const direct = await this.direct(text);
    if (direct.length > 0) return direct;
    return (await this.deeper([text], new AbortController().signal)).get(text) ?? [];
  }

  /** Other folders are open now. */
  forget(): void {
    this.known.clear();
  }

  /** The files whose path from a root is spelt just so. */
  private async direct(text: string): Promise<readonly FoundFile[]> {
    const named = readNamedPath(text);
    if (!named) return [];
    const places = this.folders.roots.flatMap((root) =>
      [pathBelow(root, named.path), pathInNamedFolder(root, named.path)].flatMap((path) =>
        path === undefined ? [] : [{ root, path }],
      ),
    );
    const areFiles = await Promise.all(places.map((place) => this.folders.isFile(place)));
    return places.filter((_, index) => areFiles[index]);
  }

  /** The files for names that give only the end of a path. */
  private async deeper(
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, readonly FoundFile[]>> {
    const found = new Map<string, readonly FoundFile[]>();
    const wanted = texts.flatMap((text) => {
      const path = this.endOfPath(text);
      return path === undefined ? [] : [{ text, path }];
    });
    if (wanted.length === 0 || signal.aborted || this.folders.roots.length === 0) return found;
    const paths = [...new Set(wanted.map(({ path }) => path))].slice(0, mostEnds);
    const files = await this.folders.filesEndingIn(paths, signal);
    for (const { text, path } of wanted) {
      const matching = files.filter((file) => `/${file.path}`.endsWith(`/${path}`));
      if (matching.length > 0) found.set(text, matching);
    }
    return found;
  }

  private knownOf(turnId: string): Map<string, boolean> {
    const known = this.known.get(turnId) ?? new Map<string, boolean>();
    this.known.delete(turnId);
    this.known.set(turnId, known);
    const [oldest] = this.known.keys();
    if (this.known.size > mostAnswers && oldest !== undefined) this.known.delete(oldest);
    return known;
  }

  /** What a file of this name has to end in. Undefined: it looks like something else, such as `items.map`. */
  private endOfPath(text: string): string | undefined {
    const path = readNamedPath(text)?.path;
    if (path === undefined || path.length > longestEnd || isAbsolute(path)) return undefined;
    // It becomes part of a pattern, so it must not hold what means something there.
    const ending = /^[\w@+-][\w@+./-]*\.([a-z]\w{0,9})$/i.exec(path)?.[1];
    if (ending === undefined || /\/\.{0,2}\//.test(path)) return undefined;
    return this.folders.endings.has(ending.toLowerCase()) ? path : undefined;
  }
}
