import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import {
  commands,
  env,
  extensions,
  languages,
  Position,
  Range,
  Selection,
  type Terminal,
  type TextDocument,
  type TextEditor,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { ProbeEditor, ProbePosition, ProbeRequest, ProbeRequests, ProbeSelection } from './probeProtocol';
import { describeTab } from './probeTabs';

function folderOf(id: string): string {
  const folder = extensions.getExtension(id)?.extensionPath;
  if (folder === undefined) throw new Error(`There is no extension ${id}`);
  return folder;
}

type Asynchronous<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => R | Promise<R> : never;
};

/** What is used of the API of VS Code's Git extension. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly { readonly rootUri: Uri; readonly inputBox: { readonly value: string } }[];
  };
}

const running = new WeakSet<Terminal>();

/** From now on notes in which terminals something runs. */
export function watchTerminals(): void {
  window.onDidStartTerminalShellExecution(({ terminal }) => running.add(terminal));
  window.onDidEndTerminalShellExecution(({ terminal }) => running.delete(terminal));
}

const activations = new Map<string, number>();

export function rememberActivation(id: string, ms: number): void {
  activations.set(id.toLowerCase(), ms);
}

export const probeRequests: Asynchronous<ProbeRequests> = {
  executeCommand: async (id, ...args) => asJson(await commands.executeCommand(id, ...args)),
  executeOnFiles: async (id, files) => {
    const uris = files.map((file) => Uri.file(file));
    await commands.executeCommand(id, uris[0], uris);
  },
  commands: async () => await commands.getCommands(true),
  activeEditor: () => window.activeTextEditor && describeEditor(window.activeTextEditor),
  visibleEditors: () => window.visibleTextEditors.map(describeEditor),
  openFile: async (file, selection) => {
    const options = selection && { selection: toSelection(selection) };
    await window.showTextDocument(await openDocument(file), { preview: false, ...options });
  },
  select: (selection) => {
    const editor = window.activeTextEditor;
    if (editor === undefined) throw new Error('No editor is active');
    editor.selection = toSelection(selection);
    editor.revealRange(editor.selection);
  },
  documentText: async (file) => (await openDocument(file)).getText(),
  replaceText: async (file, text) => {
    const document = await openDocument(file);
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, wholeOf(document), text);
    if (!(await workspace.applyEdit(edit))) throw new Error(`${file} could not be edited`);
  },
  saveFile: async (file) => (await openDocument(file)).save(),
  renameFile: async (from, to) => {
    const edit = new WorkspaceEdit();
    edit.renameFile(Uri.file(from), Uri.file(to));
    if (!(await workspace.applyEdit(edit))) throw new Error(`${from} could not be renamed`);
  },
  problems: () =>
    languages
      .getDiagnostics()
      .flatMap(([uri, found]) => found.map(({ message }) => ({ uri: uri.toString(), message }))),
  tabs: () => window.tabGroups.all.flatMap((group) => group.tabs.map(describeTab)),
  getConfiguration: (key) => asJson(workspace.getConfiguration().get(key)),
  updateConfiguration: async (key, value) => workspace.getConfiguration().update(key, value, true),
  extensionInfo: (id) => {
    const extension = extensions.getExtension(id);
    if (extension === undefined) return undefined;
    const version: unknown = extension.packageJSON.version;
    return { isActive: extension.isActive, version: String(version), path: extension.extensionPath };
  },
  loadedFiles: (id) => {
    const folder = folderOf(id);
    return Object.keys(require.cache)
      .filter((path) => path.startsWith(folder))
      .map((path) => relative(folder, path));
  },
  loadFile: (id, path) => {
    createRequire(join(folderOf(id), 'package.json'))(join(folderOf(id), path));
  },
  activateExtension: async (id) => {
    const measured = activations.get(id.toLowerCase());
    if (measured !== undefined) return measured;
    const extension = extensions.getExtension(id);
    if (extension === undefined) throw new Error(`There is no extension ${id}`);
    if (extension.isActive) throw new Error(`${id} was active before it could be measured`);
    const started = performance.now();
    await extension.activate();
    return performance.now() - started;
  },
  processMemory: () => {
    globalThis.gc?.();
    return process.memoryUsage();
  },
  activeResources: () => process.getActiveResourcesInfo(),
  pid: () => process.pid,
  isTrusted: () => workspace.isTrusted,
  setClipboard: async (text) => env.clipboard.writeText(text),
  readClipboard: async () => env.clipboard.readText(),
  messageBox: async (folder) => {
    const git = await extensions.getExtension<GitExtension>('vscode.git')?.activate();
    const { repositories } = git?.getAPI(1) ?? { repositories: [] };
    return repositories.find(({ rootUri }) => rootUri.fsPath === folder)?.inputBox.value;
  },
  activeTerminal: () => {
    const terminal = window.activeTerminal;
    return (
      terminal && {
        name: terminal.name,
        hasShellIntegration: terminal.shellIntegration !== undefined,
        runsProgram: running.has(terminal),
      }
    );
  },
};

export function isProbeRequest(value: unknown): value is ProbeRequest {
  if (typeof value !== 'object' || value === null) return false;
  if (!('id' in value && 'name' in value && 'args' in value)) return false;
  const { id, name, args } = value;
  return typeof id === 'number' && typeof name === 'string' && name in probeRequests && Array.isArray(args);
}

function describeEditor({ document, selection, visibleRanges }: TextEditor): ProbeEditor {
  return {
    uri: document.uri.toString(),
    text: document.getText(),
    selection: { anchor: fromPosition(selection.anchor), active: fromPosition(selection.active) },
    languageId: document.languageId,
    isDirty: document.isDirty,
    topLine: visibleRanges[0]?.start.line,
  };
}

/** Uris have a scheme of more than one letter, paths do not (`C:` is a drive). */
async function openDocument(file: string): Promise<TextDocument> {
  return workspace.openTextDocument(/^[a-z][a-z0-9+.-]+:/i.test(file) ? Uri.parse(file, true) : Uri.file(file));
}

function wholeOf(document: TextDocument): Range {
  return new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}

function toSelection({ anchor, active }: ProbeSelection): Selection {
  return new Selection(anchor.line, anchor.character, active.line, active.character);
}

function fromPosition({ line, character }: Position): ProbePosition {
  return { line, character };
}

/** Commands may answer with anything; what JSON cannot carry (a handle, a cycle) is of no use out there. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value) ?? 'null');
  } catch {
    return null;
  }
}
