import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { type NamedPath, readNamedPath } from './namedPath';
import { type FoundFile, PathFinder } from './pathFinder';
import { uriOf, WorkspaceFolders } from './workspaceFolders';

/** The files and symbols of the workspace that answers name, as links. */
export type Links = Pick<WorkspaceLinks, 'find' | 'locate' | 'openPath' | 'openSymbol'>;

/** Loaded by the first answer that names something. */
export class WorkspaceLinks {
  private readonly own = new DisposableStore();
  private readonly finder = new PathFinder(new WorkspaceFolders());

  constructor() {
    this.own.add(vscode.workspace.onDidChangeWorkspaceFolders(() => this.finder.forget()));
    this.own.add(vscode.workspace.onDidGrantWorkspaceTrust(() => this.finder.forget()));
  }

  /** Those of the texts that name files of the workspace. */
  find(turnId: string, texts: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
    return this.finder.find(turnId, texts, signal);
  }

  /** The files that a name stands for now. */
  async locate(text: string): Promise<readonly vscode.Uri[]> {
    return (await this.finder.locate(text)).flatMap((file) => uriOf(file) ?? []);
  }

  /** Opens a named file, at `line` (from 1) or at the line in the text. What the panel shows may be long past. */
  async openPath(text: string, line?: number): Promise<void> {
    const named = readNamedPath(text);
    if (!named || !mayLook()) return;
    const files = await this.finder.locate(text);
    if (files.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} no longer exists in this workspace. Was it moved or deleted?', named.path),
      );
      return;
    }
    const file = files.length === 1 ? files[0] : await chooseFile(files);
    const uri = file && uriOf(file);
    if (uri) await open(uri, rangeOf(named, line));
  }

  /** Goes to the declaration of a name. Language servers are asked only now, since they may read the whole workspace. */
  async openSymbol(text: string): Promise<void> {
    const name = text.replace(/\(.*\)$/s, '');
    const [last = '', owner] = name.split(/[.#:]+/).toReversed();
    if (last === '' || !mayLook()) return;
    const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[] | undefined>(
      'vscode.executeWorkspaceSymbolProvider',
      last,
    );
    const symbols = declarations(found ?? [], last, owner);
    if (symbols.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('No declaration of {0} was found in this workspace.', last),
      );
      return;
    }
    const symbol = symbols.length === 1 ? symbols[0] : await chooseSymbol(symbols);
    if (!symbol) return;
    const { start } = symbol.location.range;
    await open(symbol.location.uri, new vscode.Range(start, start));
  }

  dispose(): void {
    this.own.dispose();
  }
}

/** Most of these are the same word, in files the answer did not mean. */
const mostSymbols = 50;

/**
 * Symbols of the workspace's own files that are called exactly so: those of `owner` where it has one, such as a class. Undefined:
 * the answer names none.
 */
function declarations(
  found: readonly vscode.SymbolInformation[],
  name: string,
  owner: string | undefined,
): readonly vscode.SymbolInformation[] {
  const isOwn = ({ location }: vscode.SymbolInformation) =>
    vscode.workspace.getWorkspaceFolder(location.uri) !== undefined;
  // Some languages put the parameters behind the name.
  const all = found.filter((symbol) => symbol.name.replace(/\(.*\)$/s, '') === name && isOwn(symbol));
  const owned = all.filter(({ containerName }) => containerName === owner);
  return (owner !== undefined && owned.length > 0 ? owned : all).slice(0, mostSymbols);
}

function mayLook(): boolean {
  if (vscode.workspace.isTrusted) return true;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Restricted Mode: answers cannot lead into this folder. Trust the folder first.'),
  );
  return false;
}

async function chooseFile(files: readonly FoundFile[]): Promise<FoundFile | undefined> {
  const isSeveral = new Set(files.map(({ root }) => root.name)).size > 1;
  const items = files.map((file) => ({
    label: file.path,
    ...(isSeveral && { description: file.root.name }),
    file,
  }));
  const placeHolder = vscode.l10n.t('Which file?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.file;
}

async function chooseSymbol(symbols: readonly vscode.SymbolInformation[]) {
  const items = symbols.map((symbol) => ({
    label: symbol.name,
    description: symbol.containerName,
    detail: `${vscode.workspace.asRelativePath(symbol.location.uri)}:${symbol.location.range.start.line + 1}`,
    symbol,
  }));
  const placeHolder = vscode.l10n.t('Which declaration?');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.symbol;
}

function rangeOf(named: NamedPath, line = named.line): vscode.Range | undefined {
  if (line === undefined) return undefined;
  const first = Math.max(0, line - 1);
  const column = Math.max(0, (named.column ?? 1) - 1);
  const last = named.endLine === undefined || named.endLine < line ? undefined : named.endLine - 1;
  return last === undefined
    ? new vscode.Range(first, column, first, column)
    : new vscode.Range(first, 0, last, Number.MAX_SAFE_INTEGER);
}

/** Opens what VS Code opens for such a file: text, a picture, a notebook. */
async function open(uri: vscode.Uri, selection: vscode.Range | undefined): Promise<void> {
  const options: vscode.TextDocumentShowOptions = { preview: true, ...(selection && { selection }) };
  await vscode.commands.executeCommand('vscode.open', uri, options);
}
