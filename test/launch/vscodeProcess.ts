import { PassThrough } from 'node:stream';
import { runTests } from '@vscode/test-electron';
import { type Browser, chromium } from 'playwright-core';
import type { SessionFolders } from './sessionFolders';
import { until } from './until';
import type { VscodeProgram } from './vscodeProgram';

export interface StartOptions {
  readonly program: VscodeProgram;
  readonly folders: SessionFolders;
  readonly debuggingPort: number;
  readonly launchArgs: readonly string[];
  readonly developmentPaths: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface VscodeProcess {
  /** The DevTools connection to its window. Fails at once when VS Code ends instead of opening. */
  attach(): Promise<Browser>;
  /** Rejects when VS Code ends by itself. */
  readonly failed: Promise<never>;
  output(): string;
  /** Asks it to end. */
  quit(): Promise<void>;
  /** Settles when it has ended. */
  readonly ended: Promise<unknown>;
}

/** Starts VS Code by `@vscode/test-electron`, whichever build it is, with a DevTools port to drive its window by. */
export function startVscode(options: StartOptions): VscodeProcess {
  const { program, folders, debuggingPort } = options;
  let output = '';
  const sink = new PassThrough().on('data', (chunk: Buffer) => {
    output = (output + chunk.toString('utf8')).slice(-200_000);
  });
  const ended = runTests({
    vscodeExecutablePath: program.path,
    extensionDevelopmentPath: [...options.developmentPaths],
    // No tests module: the probe is an extension. It says why.
    extensionTestsPath: '',
    extensionTestsEnv: { ...options.env },
    launchArgs: [
      folders.workspace,
      `--user-data-dir=${folders.userDataDir}`,
      `--extensions-dir=${folders.extensionsDir}`,
      `--remote-debugging-port=${debuggingPort}`,
      ...options.launchArgs,
    ],
    stdout: sink,
    stderr: sink,
  }).then(
    () => undefined,
    (error: unknown) => error,
  );
  const failed = ended.then((reason) => {
    throw new Error('VS Code has ended', { cause: reason });
  });
  // Whoever waits for something else at that moment is told by `Promise.race`; nobody waiting is no error.
  failed.catch(() => undefined);
  let browser: Browser | undefined;
  const connect = () => chromium.connectOverCDP(`http://127.0.0.1:${debuggingPort}`);
  return {
    failed,
    output: () => output,
    attach: async () => {
      browser = await Promise.race([until('the DevTools port of VS Code', connect, { timeoutMs: 60_000 }), failed]);
      return browser;
    },
    quit: async () => {
      const session = await browser?.newBrowserCDPSession().catch(() => undefined);
      // The answer is lost with the connection, so whether it came says nothing.
      await session?.send('Browser.close').catch(() => undefined);
    },
    ended,
  };
}
