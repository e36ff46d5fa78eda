/** Why a file that came from elsewhere is not even listed. */
export type PathRefusal = 'unsafe' | 'protected';

/** Longer ones are no paths of a project. Characters. */
const longestPath = 1_024;
const longestName = 255;

/**
 * Files that make a program run, tell agents what to do, or hold secrets. A change of them must not hide in a list. In
 * lower case.
 */
const protectedFolders = new Set([
  ...['.vscode', '.vscode-test', '.git', '.github', '.gitlab', '.circleci', '.devcontainer', '.husky', '.idea'],
  ...['.gemini', '.cursor', '.claude', '.roo', '.cline', '.agents', '.ssh', '.aws', '.gnupg', '.kube'],
]);
const protectedNames = new Set([
  ...['devcontainer.json', '.devcontainer.json', 'mcp.json', '.mcp.json', 'agents.md', 'gemini.md', 'claude.md'],
  ...[
    'package.json',
    '.npmrc',
    '.yarnrc',
    '.yarnrc.yml',
    '.pypirc',
    '.netrc',
    '.envrc',
    '.bashrc',
    '.zshrc',
    '.profile',
  ],
  ...['.gitmodules', '.gitattributes', '.gitconfig', '.gitlab-ci.yml', 'makefile', '.cursorrules', '.clinerules'],
]);
const protectedEnds = ['.code-workspace', '.csproj', '.desktop', '.lnk'];

/** What Windows takes for a device, whatever the ending. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/;
/** Control, format and other unseen characters, separators of lines, and what the file systems or shells give a meaning. */
const forbidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\p{Variation_Selector}\\:*?"<>|]/u;

/**
 * The path of a file below the workspace, as a sandbox names it below its own root. A refusal for all that could lead
 * elsewhere, looks like something else, or is not for an agent to change.
 */
export function returnedPath(path: string): { readonly path: string } | { readonly refusal: PathRefusal } {
  const inside = path.replace(/^\/?workspace\//, '');
  if (inside.length > longestPath || !inside.isWellFormed()) return { refusal: 'unsafe' };
  // What becomes a dot, a slash or another name only by compatibility is meant to be overlooked.
  if (inside.normalize('NFC') !== inside || hasLookalike(inside)) return { refusal: 'unsafe' };
  const names = inside.split('/');
  if (!names.every(isSafeName)) return { refusal: 'unsafe' };
  return names.some((name, at) => isProtected(name.toLowerCase(), at === names.length - 1))
    ? { refusal: 'protected' }
    : { path: inside };
}

function hasLookalike(path: string): boolean {
  const plain = path.normalize('NFKC');
  const count = (text: string) => text.replace(/[^./\\:~%]/g, '').length;
  return count(plain) !== count(path) || forbidden.test(plain);
}

function isSafeName(name: string): boolean {
  if (name === '' || name.length > longestName || forbidden.test(name)) return false;
  // Windows drops them at the end, and so finds another file.
  if (/[. ]$/.test(name) || /^[\s~]/.test(name) || /~\d/.test(name)) return false;
  return !/%(2e|2f|5c|00)/i.test(name) && !device.test(name.toLowerCase());
}

function isProtected(name: string, isLast: boolean): boolean {
  if (protectedFolders.has(name) || name === 'node_modules') return true;
  if (!isLast) return false;
  return protectedNames.has(name) || name.startsWith('.env') || protectedEnds.some((end) => name.endsWith(end));
}
