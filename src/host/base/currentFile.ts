import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import { Emitter } from '../../core/base/emitter';
import { isLargeText } from '../../core/chat/largeText';
import type { Attachment } from '../../core/conversation/turn';
import type { CurrentFileView } from '../../protocol/context';
import { LastEditor } from './lastEditor';

const isOnKey = 'currentFileGoesAlong';

/** The file the user works in, or what is selected in it. It goes along with questions only once the user said so. */
export class CurrentFile {
  private readonly own = new DisposableStore();
  private readonly changed = this.own.add(new Emitter<void>());
  /** Fires when what is shown of it changed. */
  readonly onDidChange = this.changed.event;
  private readonly editors = this.own.add(new LastEditor());
  private shown = '';

  constructor(
    private readonly state: vscode.Memento,
    private readonly newId: () => string,
  ) {
    const look = () => this.look();
    this.own.add(vscode.window.onDidChangeActiveTextEditor(look));
    this.own.add(vscode.window.onDidChangeTextEditorSelection(look));
    this.own.add(vscode.workspace.onDidGrantWorkspaceTrust(look));
    this.own.add(vscode.window.tabGroups.onDidChangeTabs(look));
  }

  /** Undefined: no file is open. */
  get view(): CurrentFileView | undefined {
    const { editor } = this;
    if (!editor) return undefined;
    const { document } = editor;
    const name = document.uri.path.split('/').at(-1) ?? '';
    const range = selectedLines(editor);
    const label = range ? `${name}:${linesLabel(range)}` : name;
    const isLarge = isLargeText(lengthOf(document, range));
    return { label, isOn: this.isOn, ...(isLarge && { isLarge }) };
  }

  /** The file, whether it goes along or not. Undefined: none is open, or it may not be read. */
  get document(): vscode.TextDocument | undefined {
    return this.editor?.document;
  }

  /** What goes along with a question that is sent now. */
  get attachment(): Attachment | undefined {
    const editor = this.isOn ? this.editor : undefined;
    return editor && attachmentOf(editor.document, selectedLines(editor), this.newId());
  }

  /** What is selected, whether it goes along or not. */
  get selection(): Attachment | undefined {
    const { editor } = this;
    const range = editor && selectedLines(editor);
    return range && attachmentOf(editor.document, range, this.newId());
  }

  async set(isOn: boolean): Promise<void> {
    await this.state.update(isOnKey, isOn);
    this.look();
  }

  dispose(): void {
    this.own.dispose();
  }

  /** In a folder that is not trusted, only what is selected is read. Pages of our own are no files. */
  private get editor(): vscode.TextEditor | undefined {
    const { editor } = this.editors;
    if (!editor || editor.document.uri.scheme.startsWith('gemini-interactions')) return undefined;
    return vscode.workspace.isTrusted || !editor.selection.isEmpty ? editor : undefined;
  }

  private get isOn(): boolean {
    return this.state.get<boolean>(isOnKey) === true;
  }

  private look(): void {
    const view = JSON.stringify(this.view ?? null);
    if (view === this.shown) return;
    this.shown = view;
    this.changed.fire();
  }
}

/** A document, or some lines of it, as it is now. Undefined: there is nothing in it. */
export function attachmentOf(
  document: vscode.TextDocument,
  range: vscode.Range | undefined,
  id: string,
): Attachment | undefined {
  const { uri, languageId } = document;
  const file = { id, uri: uri.toString(), path: vscode.workspace.asRelativePath(uri), languageId };
  const text = document.getText(range);
  if (text.trim() === '') return undefined;
  if (!range) return { ...file, kind: 'file', text };
  return { ...file, kind: 'code', startLine: range.start.line + 1, endLine: range.end.line + 1, text };
}

/** The whole lines that are selected. Undefined: nothing is. */
function selectedLines({ document, selection }: vscode.TextEditor): vscode.Range | undefined {
  if (selection.isEmpty) return undefined;
  // The cursor at the beginning of a line does not take that line in.
  const last = selection.end.character === 0 ? selection.end.line - 1 : selection.end.line;
  const end = document.validatePosition(new vscode.Position(last, Number.MAX_SAFE_INTEGER));
  return new vscode.Range(selection.start.line, 0, end.line, end.character);
}

function linesLabel({ start, end }: vscode.Range): string {
  return start.line === end.line ? `${start.line + 1}` : `${start.line + 1}-${end.line + 1}`;
}

function lengthOf(document: vscode.TextDocument, range: vscode.Range | undefined): number {
  if (range) return document.offsetAt(range.end) - document.offsetAt(range.start);
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end);
}
