import ignore, { type Ignore } from 'ignore';

/**
 * Files that name what is not to be read, in the form of `.gitignore`. Of git, of the Gemini CLI, and of Gemini Code
 * Assist and Android Studio.
 */
export const ignoreFileNames = ['.gitignore', '.geminiignore', '.aiexclude'] as const;
type IgnoreFileName = (typeof ignoreFileNames)[number];

export interface IgnoreFile {
  readonly name: IgnoreFileName;
  /** Where it lies, from the root, without a slash at the end. Empty: in the root itself. */
  readonly folder: string;
  readonly text: string;
}

/**
 * The path of the ignore file that names a file, or a folder around it. `path`: of the file, from the same root as the
 * folders; with a slash at its end it is a folder. An ignore file further down wins, as in git; and nothing in a folder that is ignored can be taken out of it again.
 */
export function ignoredBy(path: string, files: readonly IgnoreFile[]): string | undefined {
  for (const name of ignoreFileNames) {
    const rules = files
      .filter((file) => file.name === name)
      .sort((a, b) => b.folder.length - a.folder.length)
      .map(
        ({ folder, text }): Rules => ({
          folder,
          matcher: ignore({ allowRelativePaths: true }).add(text.replace(/^\uFEFF/, '')),
        }),
      );
    const found = firstIgnored(path, rules);
    if (found) return found.folder === '' ? name : `${found.folder}/${name}`;
  }
  return undefined;
}

interface Rules {
  readonly folder: string;
  readonly matcher: Ignore;
}

/** Goes from the outermost folder to the file. The rules are given from the innermost on. */
function firstIgnored(path: string, rules: readonly Rules[]): Rules | undefined {
  const isFolder = path.endsWith('/');
  const names = path.split('/').filter((name) => name !== '');
  for (const [depth] of names.entries()) {
    const part = names.slice(0, depth + 1).join('/') + (isFolder || depth + 1 < names.length ? '/' : '');
    for (const rule of rules) {
      const inside = below(rule.folder, part);
      if (inside === undefined) continue;
      const { ignored, unignored } = rule.matcher.test(inside);
      if (ignored) return rule;
      if (unignored) break;
    }
  }
  return undefined;
}

/** The path from a folder on. Undefined: it does not lead into it. */
function below(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) && path.length > folder.length + 1 ? path.slice(folder.length + 1) : undefined;
}
