import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandIds } from '../../src/manifest';
import type { InstalledExtension } from '../launch/sessionFolders';
import { packIn } from './productionBuild';
import { isSmoke } from './scale';
import { temporaryFolder } from './temporaryFolder';

const publisher = 'gemini-interactions-tests';

export interface Stub {
  readonly id: string;
  readonly folder: string;
}

/** An extension that does nothing but register a command that does nothing. */
const emptyProgram = `const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(vscode.commands.registerCommand('geminiBench.nothing', () => {}));
};
`;

/** Registers as many commands as ours, and does nothing else. */
const registeringProgram = `const vscode = require('vscode');
exports.activate = (context) => {
  for (let n = 0; n < ${commandIds.length}; n += 1) {
    context.subscriptions.push(vscode.commands.registerCommand('geminiBench.register' + n, () => {}));
  }
};
`;

/** The least that shows a text box in the side bar. */
const viewProgram = `const vscode = require('vscode');
exports.activate = (context) => {
  context.subscriptions.push(
    vscode.window.registerWebviewViewProvider('geminiBench.view', {
      resolveWebviewView: (view) => {
        view.webview.options = { enableScripts: true };
        view.webview.html = '<!DOCTYPE html><html><body><textarea></textarea></body></html>';
      },
    }),
    vscode.commands.registerCommand('geminiBench.focus', () =>
      vscode.commands.executeCommand('geminiBench.view.focus'),
    ),
  );
};
`;

/** Gives the extension host a garbage collection to call, for which the probe looks. VS Code drops NODE_OPTIONS. */
const collectorProgram = `exports.activate = () => {
  require('node:v8').setFlagsFromString('--expose-gc');
  globalThis.gc = require('node:vm').runInNewContext('gc');
};
`;

const view = {
  viewsContainers: { activitybar: [{ id: 'geminiBench', title: 'Bench', icon: 'icon.svg' }] },
  views: { geminiBench: [{ type: 'webview', id: 'geminiBench.view', name: 'Bench' }] },
};

/** What an extension costs that does nothing, and starts when ours does. */
export async function emptyStub(): Promise<Stub> {
  if (isSmoke) return smokeStub();
  return writeStub({ name: 'empty', program: emptyProgram, activationEvents: ['onStartupFinished'] });
}

/** The same, started by its command. Without it, the extension host is as it is without ours. */
export async function sleepingStub(): Promise<Stub> {
  if (isSmoke) return smokeStub();
  const contributes = { commands: [{ command: 'geminiBench.nothing', title: 'Nothing' }] };
  return writeStub({ name: 'sleeping', program: emptyProgram, activationEvents: [], contributes });
}

/** What VS Code takes for as many commands as ours: no extension with so many starts sooner. Started by the first of them. */
export async function registeringStub(): Promise<Stub> {
  if (isSmoke) return smokeStub();
  const contributes = { commands: [{ command: 'geminiBench.register0', title: 'Nothing' }] };
  return writeStub({ name: 'registering', program: registeringProgram, activationEvents: [], contributes });
}

/** No stub but a tool: the memory of the extension host can be measured where it runs. */
export async function collector(): Promise<Stub> {
  if (isSmoke) return smokeStub();
  return writeStub({ name: 'collector', program: collectorProgram, activationEvents: ['*'] });
}

/** What a view costs that shows but a text box. */
export async function viewStub(): Promise<Stub> {
  if (isSmoke) return smokeStub();
  const activationEvents = ['onStartupFinished'];
  return writeStub({ name: 'view', program: viewProgram, activationEvents, contributes: view });
}

/** All of them in one, for the one window of a smoke run. */
export const smokeExtension: InstalledExtension = {
  name: 'smoke',
  manifest: { contributes: view },
  main: allPrograms(),
};

function allPrograms(): string {
  const parts = [emptyProgram, registeringProgram, viewProgram, collectorProgram].map(
    (program) => `(() => {\nconst exports = {};\n${program}\nall.push(exports.activate);\n})();\n`,
  );
  return `const all = [];\n${parts.join('')}exports.activate = (context) => all.forEach((each) => each(context));\n`;
}

let smoke: Promise<Stub> | undefined;

function smokeStub(): Promise<Stub> {
  smoke ??= writeStub({ name: smokeExtension.name, program: smokeExtension.main, activationEvents: ['*'] });
  return smoke;
}

export function packStub({ folder }: Stub): Promise<string> {
  return packIn(folder);
}

interface StubParts {
  readonly name: string;
  readonly program: string;
  readonly activationEvents: readonly string[];
  readonly contributes?: object;
}

async function writeStub({ name, program, ...more }: StubParts): Promise<Stub> {
  const folder = join(temporaryFolder(), name);
  await mkdir(folder);
  const engines = { vscode: '^1.101.0' };
  const manifest = { name, publisher, version: '0.0.1', engines, main: './main.js', ...more };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), program);
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>');
  await writeFile(join(folder, 'README.md'), 'A stub to compare with.\n');
  return { id: `${publisher}.${name}`, folder };
}
