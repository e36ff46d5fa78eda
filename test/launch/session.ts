import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { closeWithProcess } from './closeWithProcess';
import { defaultSettings, untrustedSettings } from './defaultSettings';
import { noForeignVariables } from './foreignVariables';
import { freePort } from './freePort';
import { type ProbeClient, ProbeListener } from './probeClient';
import { CONTROL_VARIABLE, MEASURE_VARIABLE } from './probeProtocol';
import { RefusedProposals } from './refusedProposals';
import { repositoryRoot } from './repositoryRoot';
import {
  createSessionFolders,
  EXTENSION_ID,
  type InstalledExtension,
  linkExtension,
  type SessionFolders,
} from './sessionFolders';
import { startVscode, type VscodeProcess } from './vscodeProcess';
import { findVscode, installVsix, type VscodeProgram } from './vscodeProgram';
import { chatPanel, findWorkbench, keepScreenshot, runPaletteCommand } from './workbench';

export interface VsCodeSession {
  /** The window of VS Code. */
  readonly page: Page;
  /** The API of VS Code, as the extension host has it. */
  readonly vscode: ProbeClient;
  /** A fresh copy of the sample workspace, for this session alone. */
  readonly workspace: string;
  /** `User/settings.json` and `User/globalStorage` lie below it. */
  readonly userDataDir: string;
  /** What is installed lies below it. */
  readonly extensionsDir: string;
  /** The global storage of the extension under test. */
  readonly storageDir: string;
  readonly kind: VscodeProgram['kind'];
  /** The document of the chat view. */
  panel(): FrameLocator;
  /** Runs a command by its title in the palette, as a person does. */
  runCommand(title: string): Promise<void>;
  /** Reloads the window; settles when the workbench and the extension host are back. */
  reload(): Promise<void>;
  /** Kills the extension host as a crash does; settles when VS Code has started the next one. */
  killExtensionHost(): Promise<void>;
  /** Keeps a picture in `.vscode-test/failures`, and tells its path. */
  screenshot(name: string): Promise<string>;
  /** What VS Code has written to its output so far. */
  output(): string;
  /** What VS Code has said of extensions that use proposed API, which none of the Marketplace may. */
  refusedProposals(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/**
 * Where the extension comes from. 'development' is the checkout, loaded as F5 does. 'linked' is the checkout too, but
 * in the place of an installed extension, as which alone VS Code restarts its host after a crash. A folder is put there
 * too, and a package is installed for real. Where GEMINI_TEST_VSIX names a package, that one stands for both forms of the checkout.
 */
type ExtensionSource = 'development' | 'linked' | { readonly folder: string } | { readonly vsix: string };

export interface SessionOptions {
  /** Variables of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** User settings, over those that keep VS Code quiet. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly extension?: ExtensionSource;
  /** Files to add to the sample workspace, or to put in the place of its own. */
  readonly workspaceFiles?: Readonly<Record<string, string>>;
  /** Extensions to install besides. */
  readonly otherExtensions?: readonly InstalledExtension[];
  readonly viewport?: { readonly width: number; readonly height: number };
  /** 'restricted' opens the folder untrusted. Only the server build can: the desktop one is started with trust off. */
  readonly workspaceTrust?: 'trusted' | 'restricted';
  /** Activates the extension before VS Code does, for `vscode.activateExtension` to tell how long that took. */
  readonly measureActivation?: boolean;
}

/** Opens a VS Code of its own, with the extension under test and the probe, and waits until both can be used. */
export async function openVsCode(options: SessionOptions = {}): Promise<VsCodeSession> {
  const restricted = options.workspaceTrust === 'restricted';
  const program = await findVscode();
  const settings = { ...defaultSettings, ...(restricted ? untrustedSettings : {}), ...options.settings };
  const folders = await createSessionFolders({ ...options, settings, withProbe: true });
  const probe = new ProbeListener();
  let vscode: VscodeProcess | undefined;
  const close = closeWithProcess(async () => {
    await vscode?.quit();
    probe.close();
    await Promise.race([vscode?.ended, deadline(15_000)]);
    await folders.remove();
  });
  try {
    const extension = chooseExtension(options.extension);
    if (extension === 'linked') await linkExtension(folders.extensionsDir, repositoryRoot);
    else if (extension !== 'development') {
      if ('folder' in extension) await linkExtension(folders.extensionsDir, extension.folder);
      else await installVsix(program, extension.vsix, folders);
    }
    vscode = startVscode({
      program,
      folders,
      debuggingPort: await freePort(),
      launchArgs: restricted ? ['--enable-workspace-trust'] : [],
      developmentPaths: extension === 'development' ? [repositoryRoot] : [],
      env: {
        ...noForeignVariables,
        ...options.env,
        [CONTROL_VARIABLE]: String(await probe.listen()),
        [MEASURE_VARIABLE]: options.measureActivation === true ? EXTENSION_ID : undefined,
      },
    });
    // The probe first: a DevTools client that comes while the page is being loaded may never see it loaded.
    await Promise.race([probe.client.reconnected(), vscode.failed]);
    const page = await Promise.race([findWorkbench(await vscode.attach()), vscode.failed]);
    await page.setViewportSize(options.viewport ?? { width: 1280, height: 800 });
    const { output } = vscode;
    const refused = await RefusedProposals.follow(page, join(folders.userDataDir, 'logs'));
    return createSession({ page, probe, folders, extension, kind: program.kind, output, refused, close });
  } catch (error) {
    const output = vscode?.output().slice(-3000) ?? '';
    await close();
    throw new Error(`VS Code did not open. ${output}`, { cause: error });
  }
}

/** Lets a process end that has nothing left but this to wait for. */
function deadline(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

interface SessionParts {
  readonly page: Page;
  readonly probe: ProbeListener;
  readonly folders: SessionFolders;
  readonly extension: ExtensionSource;
  readonly kind: VscodeProgram['kind'];
  readonly refused: RefusedProposals;
  output(): string;
  close(): Promise<void>;
}

function createSession({ page, probe, folders, extension, kind, output, refused, close }: SessionParts): VsCodeSession {
  const { workspace, userDataDir, extensionsDir, storageDir } = folders;
  return {
    ...{ page, workspace, userDataDir, extensionsDir, storageDir, kind, output },
    vscode: probe.client,
    panel: () => chatPanel(page),
    runCommand: (title) => runPaletteCommand(page, title),
    reload: async () => {
      const before = probe.pid;
      // The answer goes down with the host that would give it.
      void probe.client.executeCommand('workbench.action.reloadWindow').catch(() => undefined);
      await probe.follows(before);
      await page.locator('.monaco-workbench').waitFor();
    },
    killExtensionHost: async () => {
      if (extension === 'development') {
        throw new Error("VS Code restarts no host of an extension in development; open with extension: 'linked'");
      }
      const pid = await probe.client.pid();
      process.kill(pid, 'SIGKILL');
      await probe.follows(pid);
    },
    screenshot: (name) => keepScreenshot(page, name),
    refusedProposals: () => refused.all(),
    close,
  };
}

/** Whether the extension is loaded as one in development, which reads the variables that stand in for settings and secrets. */
export function isInDevelopment({ extension }: SessionOptions): boolean {
  return chooseExtension(extension) === 'development';
}

function chooseExtension(wanted: ExtensionSource = 'development'): ExtensionSource {
  const vsix = process.env.GEMINI_TEST_VSIX;
  return vsix && typeof wanted === 'string' ? { vsix } : wanted;
}
