import picomatch from 'picomatch/posix';

/**
 * The first glob that matches a path or a folder around it; a glob without a slash matches names in any folder. `path`:
 * with slashes, from the root of the workspace folder. The case of letters does not count: a disk may not tell it apart.
 */
export function excludingGlob(path: string, globs: readonly string[]): string | undefined {
  const names = path.split('/');
  const parts = names.map((_, depth) => names.slice(0, depth + 1).join('/'));
  return globs.find((glob) => {
    const pattern = glob
      .trim()
      .replace(/^\.?\//, '')
      .replace(/\/+$/, '');
    if (pattern === '') return false;
    const matches = picomatch(pattern, { dot: true, nocase: true, posix: true, basename: !pattern.includes('/') });
    return parts.some((part) => matches(part));
  });
}
