import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openVsCode, type SessionOptions, type VsCodeSession } from '../launch/session';
import { until } from '../launch/until';
import { findVscode, installVsix } from '../launch/vscodeProgram';

/** How long a window is left alone before something is measured in it, in milliseconds. */
const settleMs = 1_500;

/** A window with an extension from its package, as a person has it. */
export async function openWith(vsix: string, options: SessionOptions = {}): Promise<VsCodeSession> {
  return openVsCode({ ...options, extension: { vsix } });
}

/** Installs one more in an open window, by the command line. It is there after a reload. */
export async function installBeside({ userDataDir }: VsCodeSession, vsix: string): Promise<void> {
  const extensionsDir = join(dirname(userDataDir), 'extensions');
  await installVsix(await findVscode(), vsix, { userDataDir, extensionsDir });
}

/** Waits until the extensions run and the window has done what it does at its start. */
export async function settled({ vscode }: VsCodeSession, ...extensionIds: readonly string[]): Promise<void> {
  for (const id of extensionIds) {
    await until(`${id} to be active`, async () => (await vscode.extensionInfo(id))?.isActive);
  }
  await pause(settleMs);
}
