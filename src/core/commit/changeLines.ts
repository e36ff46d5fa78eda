import { fenced } from '../conversation/input';
import type { CutChanges } from './cutChanges';
import type { ChangedFile, NamedOnly } from './fileChange';

/** How many files are named one by one. */
const mostNames = 150;

const reasons: Readonly<Record<NamedOnly, string>> = {
  binary: 'binary',
  lockFile: 'lock file',
  generated: 'generated',
  minified: 'minified',
  large: 'too large to show',
  tooMany: 'not shown, there are too many changes',
  heldBack: 'held back by the author, not shown',
  link: 'symbolic link',
  unreadable: 'could not be read',
};

/** The changes as texts for the model: a list of all files, then the diffs that are sent, with what is missing of them. */
export function changeTexts({ shown, named }: CutChanges): readonly string[] {
  const all = [
    ...shown.map(({ file }) => describe(file)),
    ...named.map((file) => `${describe(file)} (${reasons[file.why]})`),
  ];
  const listed = all.slice(0, mostNames).join('\n');
  const diffs = shown
    .filter(({ text }) => text.trim() !== '')
    .map(({ file, text, linesLeftOut }) => {
      const missing = linesLeftOut > 0 ? `\n[${linesLeftOut} more lines of this file are left out]` : '';
      return `${file.path}:\n${fenced(text, 'diff')}${missing}`;
    });
  return [`All changed files:\n${listed}${restOf([...shown.map(({ file }) => file), ...named])}`, ...diffs];
}

function describe({ path, oldPath, status }: ChangedFile): string {
  switch (status) {
    case 'added':
    case 'untracked':
      return `added ${path}`;
    case 'deleted':
      return `deleted ${path}`;
    case 'renamed':
      return `renamed ${oldPath ?? ''} to ${path}`;
    case 'copied':
      return `copied ${oldPath ?? ''} to ${path}`;
    case 'changed':
      return `changed ${path}`;
    case 'typeChanged':
      return `changed the type of ${path}`;
  }
}

/** Beyond the list, how many there are in each folder. */
function restOf(files: readonly ChangedFile[]): string {
  const rest = files.slice(mostNames);
  if (rest.length === 0) return '';
  const counts = new Map<string, number>();
  for (const { path } of rest) {
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : 'the root';
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const folders = [...counts].sort(([, a], [, b]) => b - a).slice(0, 20);
  return `\nand ${rest.length} more: ${folders.map(([folder, count]) => `${count} in ${folder}`).join(', ')}`;
}
