/**
 * Takes the place of the VS Code program where that cannot be downloaded: understands the arguments that
 * `@vscode/test-electron` starts VS Code with, and shows the same VS Code by its server (from npm) and Chromium.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium } from 'playwright-core';
import { browserFlags, findBrowser } from './browser';
import { execute } from './execute';
import { CONTROL_VARIABLE } from './probeProtocol';
import { folderArguments, type ServerProcess, startServerProcess } from './serverProcess';
import { installVscodeServer } from './vscodeServer';
import { workbenchAddress } from './workbenchAddress';

const { values, positionals } = parseArgs({
  // VS Code itself takes any argument it does not know; so does what stands for it.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true, default: [] },
    extensionTestsPath: { type: 'string', default: '' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'remote-debugging-port': { type: 'string', default: '0' },
    'install-extension': { type: 'string' },
    'enable-workspace-trust': { type: 'boolean', default: false },
  },
});

const temporary = mkdtempSync(join(tmpdir(), 'gemini-launcher-'));
const userDataDir = text(values['user-data-dir']) ?? join(temporary, 'data');
const extensionsDir = text(values['extensions-dir']) ?? join(temporary, 'extensions');
let server: ServerProcess | undefined;
let context: BrowserContext | undefined;

process.on('exit', () => {
  server?.kill();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end(1));

const vsix = text(values['install-extension']);
(vsix === undefined ? open() : install(vsix)).catch((error: unknown) => {
  console.error(error);
  return end(1);
});

async function install(path: string): Promise<void> {
  const args = [await installVscodeServer(), ...folderArguments({ userDataDir, extensionsDir })];
  await execute(process.execPath, [...args, '--install-extension', path, '--force']);
  await end(0);
}

async function open(): Promise<void> {
  endWithTests();
  const testsPath = text(values.extensionTestsPath);
  const trust = values['enable-workspace-trust'] === true;
  const started = startServerProcess({ userDataDir, extensionsDir, workspaceTrust: trust, onOutput: writeOut });
  // Both take a second or two; neither waits for the other.
  [server, context] = await Promise.all([started, openBrowser(text(values['remote-debugging-port']) ?? '0')]);
  void server.ended.then(() => end(1));
  context.once('close', () => void end(0));
  const page = context.pages()[0] ?? (await context.newPage());
  if (testsPath) {
    await page.exposeFunction('codeAutomationExit', (code: number) => end(code));
    await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => console.log(...args));
  }
  const [developmentPath, another] = values.extensionDevelopmentPath ?? [];
  // The payload of the address is a map by name: of two extensions VS Code would load the last and say nothing.
  if (another !== undefined) throw new Error('The server build of VS Code loads but one extension in development');
  const { authority } = server;
  const folder = positionals[0] ?? temporary;
  await page.goto(workbenchAddress({ authority, folder, developmentPath: text(developmentPath), testsPath }));
}

/** The tests hold the other end of this connection. When they are done with this VS Code, or dead, it closes. */
function endWithTests(): void {
  const port = Number(process.env[CONTROL_VARIABLE]);
  if (!(port > 0)) return;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.once('close', () => void end(0));
  socket.resume();
}

async function openBrowser(debuggingPort: string): Promise<BrowserContext> {
  // Beside what VS Code keeps, so that it goes where that goes, even if Chromium is slow to let go of it.
  return chromium.launchPersistentContext(join(userDataDir, 'Browser'), {
    executablePath: await findBrowser(),
    args: [...browserFlags, `--remote-debugging-port=${debuggingPort}`],
    viewport: null,
    permissions: ['clipboard-read', 'clipboard-write'],
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

let ending = false;
async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await context?.close().catch(() => undefined);
  process.exit(code);
}

function writeOut(chunk: string): void {
  process.stdout.write(chunk);
}

function text(value: string | boolean | (string | boolean)[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
