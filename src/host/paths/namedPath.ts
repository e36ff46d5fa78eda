/** A place in the workspace as an answer names it. */
export interface NamedPath {
  /** With `/` between its parts. Relative, or absolute if the answer wrote it so. */
  readonly path: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
}

const lineForms: readonly RegExp[] = [
  // src/a.ts:12, src/a.ts:12:5 and src/a.ts:12-20
  /^(?<path>.*?):(?<line>\d{1,7})(?::(?<column>\d{1,7})|[-–](?<endLine>\d{1,7}))?:?$/,
  // src/a.ts#L12, src/a.ts#L12-L20 and src/a.ts#L12C3-L20C1
  /^(?<path>.*?)#L?(?<line>\d{1,7})(?:C(?<column>\d{1,7}))?(?:[-–]L?(?<endLine>\d{1,7})(?:C\d{1,7})?)?$/i,
  // src/a.ts(12) and src/a.ts(12,5)
  /^(?<path>.*?)\((?<line>\d{1,7})(?:,\s?(?<column>\d{1,7}))?\)$/,
  // src/a.ts line 12, src/a.ts, lines 12-20
  /^(?<path>.*?),?\s+lines?\s+(?<line>\d{1,7})(?:\s?(?:[-–]|to)\s?(?<endLine>\d{1,7}))?$/i,
];

/** Longer names are none. Characters. */
const longest = 400;

/** Takes the line off the end of a path. Undefined: it cannot be the name of a file. */
export function readNamedPath(text: string): NamedPath | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > longest) return undefined;
  for (const form of lineForms) {
    const { path, line, column, endLine } = form.exec(trimmed)?.groups ?? {};
    const plain = path === undefined ? undefined : plainPath(path);
    // Lines and columns are counted from 1.
    if (plain === undefined || Number(line) === 0) continue;
    return { path: plain, line: Number(line), ...countOf('column', column), ...countOf('endLine', endLine) };
  }
  const path = plainPath(trimmed);
  return path === undefined ? undefined : { path };
}

function countOf(name: 'column' | 'endLine', digits: string | undefined): Partial<NamedPath> {
  return digits === undefined || Number(digits) === 0 ? {} : { [name]: Number(digits) };
}

function plainPath(path: string): string | undefined {
  // Nothing that a path on some system means more by than its letters: control characters, wildcards, addresses, streams.
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}*?"<>|]/u.test(path) || /^\w{2,}:/.test(path)) return undefined;
  const plain = path.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, '');
  return plain === '' || plain.endsWith('/') || plain.endsWith(' ') ? undefined : plain;
}

/** The root of a workspace folder, as far as names in it go. */
export interface FolderRoot {
  readonly name: string;
  /** Absolute, with `/` between its parts and none at the end. */
  readonly path: string;
}

/**
 * Where below the root a path lies. Undefined: not below it, or no path that may be followed. It is compared by its letters
 * alone, so a part `..` is never followed, wherever it would lead.
 */
export function pathBelow(root: FolderRoot, path: string): string | undefined {
  if (!isAbsolute(path)) return isFollowed(path) ? path : undefined;
  // A second slash at the beginning is the name of another machine.
  if (path.startsWith('//')) return undefined;
  const absolute = /^[a-z]:\//i.test(path) ? `/${path}` : path;
  const prefix = `${root.path}/`;
  const start = absolute.slice(0, prefix.length);
  const hasDrive = /^\/[a-z]:/i.test(root.path);
  const isBelow = hasDrive ? start.toLowerCase() === prefix.toLowerCase() : start === prefix;
  const below = absolute.slice(prefix.length);
  return isBelow && isFollowed(below) ? below : undefined;
}

/** In a workspace of several folders a path may begin with the name of one. */
export function pathInNamedFolder(root: FolderRoot, path: string): string | undefined {
  const below = path.startsWith(`${root.name}/`) ? path.slice(root.name.length + 1) : '';
  return below !== '' && !isAbsolute(below) && isFollowed(below) ? below : undefined;
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || path.startsWith('~') || /^[a-z]:/i.test(path);
}

function isFollowed(path: string): boolean {
  // A colon names a stream of a file on Windows; elsewhere hardly anybody uses it.
  // Windows leaves out what follows after a name as dots and blanks, so `.. ` is `..` there.
  return !path.includes(':') && path.split('/').every((part) => !/^[. ]*$/.test(part));
}
