import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from './repositoryRoot';

/** The identity of the extension under test, as VS Code knows it. */
export const EXTENSION_ID = 'open-interactions.gemini-interactions';

export interface SessionFolders {
  readonly userDataDir: string;
  readonly extensionsDir: string;
  readonly workspace: string;
  readonly storageDir: string;
  remove(): Promise<void>;
}

/** An extension of tests. */
export interface InstalledExtension {
  /** Its name; VS Code puts the publisher of all of them before it. */
  readonly name: string;
  /** What its manifest says besides what every one says. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** The source of its main file, in CommonJS. */
  readonly main: string;
}

export interface FolderContents {
  readonly settings: Readonly<Record<string, unknown>>;
  /** Added to the sample workspace, by path. */
  readonly workspaceFiles?: Readonly<Record<string, string>>;
  /** Extensions to install. */
  readonly otherExtensions?: readonly InstalledExtension[];
  /** The hand of the tests in the extension host; a VS Code for a person has none. */
  readonly withProbe: boolean;
}

/** Makes the folders of one VS Code, with nothing in them from any other. */
export async function createSessionFolders(contents: FolderContents): Promise<SessionFolders> {
  // The real path, since VS Code resolves links and the tests compare uris.
  const root = await realpath(await mkdtemp(join(tmpdir(), 'gemini-vscode-')));
  const userDataDir = join(root, 'data');
  const folders: SessionFolders = {
    userDataDir,
    extensionsDir: join(root, 'extensions'),
    workspace: join(root, 'workspace'),
    storageDir: join(userDataDir, 'User', 'globalStorage', EXTENSION_ID),
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
  await mkdir(folders.extensionsDir, { recursive: true });
  await writeText(join(userDataDir, 'User', 'settings.json'), JSON.stringify(contents.settings, undefined, 2));
  await fillWorkspace(folders.workspace, contents.workspaceFiles);
  for (const extension of contents.otherExtensions ?? []) await installExtension(folders.extensionsDir, extension);
  if (contents.withProbe) await installProbe(folders.extensionsDir);
  return folders;
}

/** Makes the folder what the sample workspace is, with these files added by path, and with no others. */
export async function fillWorkspace(workspace: string, files: FolderContents['workspaceFiles'] = {}): Promise<void> {
  await mkdir(workspace, { recursive: true });
  for (const name of await readdir(workspace)) await rm(join(workspace, name), { recursive: true, force: true });
  await cp(join(repositoryRoot, 'test', 'workspace'), workspace, { recursive: true });
  for (const [path, text] of Object.entries(files)) await writeText(join(workspace, path), text);
}

/**
 * Puts the probe among the installed extensions. The server build loads but one extension in development, and that is
 * ours; with ours installed from its package, no extension is in development at all, as at a user's.
 */
async function installProbe(extensionsDir: string): Promise<void> {
  const built = join(repositoryRoot, 'dist', 'test', 'launch', 'probeMain.js');
  if (!existsSync(built)) throw new Error('dist/test/launch/probeMain.js is missing: the tests are not built');
  await installExtension(extensionsDir, { name: 'probe', manifest: {}, main: await readFile(built, 'utf8') });
}

async function installExtension(extensionsDir: string, { name, manifest, main }: InstalledExtension): Promise<void> {
  const whole = {
    name,
    publisher: 'gemini-interactions-tests',
    version: '0.0.0',
    engines: { vscode: '^1.101.0' },
    main: './main.js',
    activationEvents: ['*'],
    extensionKind: ['workspace'],
    capabilities: { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true },
    ...manifest,
  };
  const folder = join(extensionsDir, `${whole.publisher}.${name}-${whole.version}`);
  await writeText(join(folder, 'package.json'), JSON.stringify(whole));
  await writeText(join(folder, 'main.js'), main);
}

/** Puts the checkout itself, or a build of it, among the installed extensions. */
export async function linkExtension(extensionsDir: string, folder: string): Promise<void> {
  await symlink(folder, join(extensionsDir, `${EXTENSION_ID}-0.0.0`), 'junction');
}

async function writeText(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
