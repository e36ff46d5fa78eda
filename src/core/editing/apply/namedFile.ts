/** Whether a path that an answer names can be that of a file: one of the two ends with the other, folder by folder. */
export function namesFile(named: string, path: string): boolean {
  const [one, other] = [segmentsOf(named), segmentsOf(path)];
  const common = Math.min(one.length, other.length);
  return common > 0 && one.slice(-common).every((segment, at) => segment === other.slice(-common)[at]);
}

/** The path in a comment that is the first line of a block and says nothing else. */
export function pathInFirstLine(lines: readonly string[]): string | undefined {
  const comment =
    /^\s*(?:\/\/|#|--|;|\/\*|<!--)\s*(?:file(?:name)?:\s*)?`?([\w@.+-]+(?:[\\/][\w@.+[\]()-]+)*)`?\s*(?:\*\/|-->)?\s*$/i;
  const path = comment.exec(lines[0] ?? '')?.[1];
  return path !== undefined && /[\\/]|^[\w-]+\.[a-z]\w{0,5}$/i.test(path) && /\.\w+$/.test(path) ? path : undefined;
}

function segmentsOf(path: string): readonly string[] {
  return path
    .normalize('NFC')
    .split(/[\\/]/)
    .filter((segment) => segment !== '' && segment !== '.');
}
