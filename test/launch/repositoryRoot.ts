import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The checkout, found from wherever the bundle lies, so that no test depends on the folder it was started in. */
export const repositoryRoot: string = findUpward(__dirname);

/** Downloads and builds that outlive `npm ci`: VS Code itself, and what failed runs leave to look at. */
export const cacheFolder: string = join(repositoryRoot, '.vscode-test');

function findUpward(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`No package.json above ${__dirname}`);
  return findUpward(parent);
}
