/** `npm start [-- folder]`: VS Code with the extension, to be used by a person. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { starterPrompts } from '../server/answers/starterAnswers';
import { startLocalServer } from '../server/localServer';
import { defaultSettings } from './defaultSettings';
import { noForeignVariables } from './foreignVariables';
import { openInBrowser } from './openInBrowser';
import { repositoryRoot } from './repositoryRoot';
import { startServerProcess } from './serverProcess';
import { createSessionFolders, type SessionFolders } from './sessionFolders';
import { findDesktopVscode } from './vscodeProgram';
import { workbenchAddress } from './workbenchAddress';

interface Backend {
  readonly description: string;
  readonly env: Readonly<Record<string, string>>;
  /** What to do first. */
  readonly hint: string;
}

/** What has to be undone at the end, the last first. */
const undo: (() => unknown)[] = [];
let ending = false;

async function main(): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  const backend = await chooseBackend();
  const folders = await createSessionFolders({ settings: defaultSettings, withProbe: false });
  undo.push(() => folders.remove());
  const folder = process.argv[2] === undefined ? folders.workspace : resolve(process.argv[2]);
  console.log(`\nBackend  ${backend.description}`);
  console.log(`Folder   ${folder}`);
  const env = { ...process.env, ...noForeignVariables, ...backend.env };
  const desktop = await findDesktopVscode();
  if (ending) return;
  if (desktop === undefined) await startServer(folders, folder, env);
  else startDesktop(desktop, folders, folder, env);
  console.log('Stop     Ctrl+C');
  console.log(`Try      ${backend.hint}\n`);
}

async function chooseBackend(): Promise<Backend> {
  const key = process.env.GEMINI_API_KEY;
  const opened = { GEMINI_INTERACTIONS_OPEN_CHAT: '1' };
  if (key) {
    return {
      description: 'the Gemini API, with GEMINI_API_KEY',
      env: { ...opened, GEMINI_INTERACTIONS_API_KEY: key },
      hint: 'Ask something in the chat, which opens by itself.',
    };
  }
  const server = await startLocalServer({ paceMs: 20, researchMs: 20_000 });
  undo.push(() => server.close());
  return {
    description: `a local stand-in with made-up answers, ${server.url} (set GEMINI_API_KEY for the Gemini API)`,
    env: {
      ...opened,
      GEMINI_INTERACTIONS_BASE_URL: server.url,
      GEMINI_INTERACTIONS_API_KEY: 'local-test-key',
      GEMINI_INTERACTIONS_STARTERS: starterPrompts.join('\n'),
    },
    hint: `Click “${starterPrompts[0]}” in the chat, which opens by itself, and then the others.`,
  };
}

async function startServer(folders: SessionFolders, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  // By environment, not by the address: the address is shown and stays in the history of the browser.
  const server = await startServerProcess({ ...folders, env });
  undo.push(async () => {
    server.kill();
    await server.ended;
  });
  void server.ended.then(() => end(1));
  const address = workbenchAddress({ authority: server.authority, folder, developmentPath: repositoryRoot });
  openInBrowser(address);
  console.log(`VS Code  ${address}`);
}

function startDesktop(program: string, folders: SessionFolders, folder: string, env: NodeJS.ProcessEnv): void {
  const profile = [`--user-data-dir=${folders.userDataDir}`, `--extensions-dir=${folders.extensionsDir}`];
  const child = spawn(program, [folder, `--extensionDevelopmentPath=${repositoryRoot}`, ...profile], {
    env,
    stdio: 'ignore',
  });
  const ended = new Promise<void>((settle) => child.once('close', () => settle()));
  undo.push(async () => {
    child.kill();
    await ended;
  });
  child.once('error', (error) => {
    console.error(error.message);
    void end(1);
  });
  void ended.then(() => end(0));
  console.log(`VS Code  ${program}`);
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      console.error(error);
    }
  }
  process.exit(code);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return end(1);
});
