import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { execute } from '../launch/execute';
import { repositoryRoot } from '../launch/repositoryRoot';
import { temporaryFolder } from './temporaryFolder';

/** What the build and the package are made of. */
const sources = [
  '.vscodeignore',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'esbuild.mjs',
  'media',
  'package.json',
  'package.nls.json',
  'schemas',
  'src',
  'tsconfig.json',
];

/** Names the folder of a build that is there already: a whole run makes one for all its parts. */
export const BUILD_VARIABLE = 'GEMINI_PRODUCTION_BUILD';

let built: Promise<string> | undefined;
let packed: Promise<string> | undefined;

/**
 * The folder of a build for production, made by the project's own esbuild.mjs in a copy of the sources: the build empties
 * `dist`, and what runs here lies in it.
 */
export function productionBuild(): Promise<string> {
  const given = process.env[BUILD_VARIABLE];
  built ??= given ? Promise.resolve(given) : buildIn(temporaryFolder());
  return built;
}

/** The .vsix of that build, as it would be published. Where another part of the run has packed it, that one does. */
export function productionVsix(): Promise<string> {
  packed ??= productionBuild().then((folder) => (existsSync(packageIn(folder)) ? packageIn(folder) : packIn(folder)));
  return packed;
}

/** The same, save that it starts with its first command and not with the window. */
export async function productionVsixStartedLate(): Promise<string> {
  const folder = temporaryFolder();
  await cp(await productionBuild(), folder, { recursive: true });
  await changeManifest(folder, ({ activationEvents, ...manifest }) => {
    const late = activationEvents.filter((event) => event !== 'onStartupFinished');
    if (late.length === activationEvents.length) throw new Error('The extension no longer starts with the window');
    return { ...manifest, activationEvents: late };
  });
  return packIn(folder);
}

/** Packs the extension in a folder. */
export async function packIn(folder: string): Promise<string> {
  const path = packageIn(folder);
  const vsce = join(repositoryRoot, 'node_modules', '@vscode', 'vsce', 'vsce');
  const lenient = ['--no-dependencies'];
  await execute(process.execPath, [vsce, 'package', ...lenient, '--out', path], { cwd: folder });
  return path;
}

function packageIn(folder: string): string {
  return join(folder, `${basename(folder)}.vsix`);
}

export async function bytesOf(...paths: readonly string[]): Promise<number> {
  const files = await Promise.all(paths.map((path) => stat(path)));
  return files.reduce((sum, { size }) => sum + size, 0);
}

async function buildIn(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const source of sources) {
    const from = join(repositoryRoot, source);
    // Not every checkout has all the papers yet.
    await cp(from, join(folder, source), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await symlink(join(repositoryRoot, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await execute(process.execPath, ['esbuild.mjs', '--production'], { cwd: folder });
  // To make a package would build it once more.
  await changeManifest(folder, ({ scripts: _, ...manifest }) => manifest);
  return folder;
}

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly scripts?: object;
}

async function changeManifest(folder: string, change: (manifest: Manifest) => Manifest): Promise<void> {
  const path = join(folder, 'package.json');
  const manifest: Manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify(change(manifest), undefined, 2));
}
