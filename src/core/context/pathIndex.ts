/** How well a path fits what was typed, the best first. */
const fits = ['nameBegins', 'nameHolds', 'pathHolds', 'nameInOrder', 'pathInOrder'] as const;
type Fit = (typeof fits)[number];

/** The paths of a workspace, to be found by some of their letters. Folders end with a slash. */
export class PathIndex {
  private readonly lower: readonly string[];
  /** Where the name of each path begins. */
  private readonly names: readonly number[];

  constructor(readonly paths: readonly string[]) {
    this.lower = paths.map((path) => path.toLowerCase());
    this.names = paths.map((path) => path.lastIndexOf('/', path.length - 2) + 1);
  }

  /**
   * The best paths that hold the letters in their order, up to a limit: a name goes before the folders around it,
   * letters side by side before letters apart, and a short path before a long one.
   */
  find(typed: string, most: number): readonly string[] {
    const letters = typed.toLowerCase().replaceAll(/\s/g, '').replaceAll('\\', '/');
    if (letters === '') return this.paths.slice(0, most);
    const found = new Map<Fit, number[]>(fits.map((fit) => [fit, []]));
    for (let at = 0; at < this.lower.length; at += 1) {
      const fit = fitOf(this.lower[at] ?? '', this.names[at] ?? 0, letters);
      if (fit) found.get(fit)?.push(at);
    }
    const chosen: string[] = [];
    for (const places of found.values()) {
      if (chosen.length >= most) break;
      const sorted = places.map((at) => this.paths[at] ?? '').sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      chosen.push(...sorted.slice(0, most - chosen.length));
    }
    return chosen;
  }
}

function fitOf(path: string, name: number, letters: string): Fit | undefined {
  const at = path.lastIndexOf(letters);
  if (at >= 0) return path.startsWith(letters, name) ? 'nameBegins' : at > name ? 'nameHolds' : 'pathHolds';
  if (!isInOrder(path, letters, 0)) return undefined;
  return isInOrder(path, letters, name) ? 'nameInOrder' : 'pathInOrder';
}

function isInOrder(path: string, letters: string, from: number): boolean {
  let at = from;
  for (const letter of letters) {
    at = path.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The folders of files, each with a slash at its end, in their order. */
export function foldersOf(files: readonly string[]): readonly string[] {
  const folders = new Set<string>();
  for (const file of files) {
    for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) {
      const folder = file.slice(0, at + 1);
      // So are all around it.
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return [...folders].sort();
}
