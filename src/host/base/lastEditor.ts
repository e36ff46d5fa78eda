import * as vscode from 'vscode';

/** The editor the user worked in last, also while the chat has the focus or lies in front of it. */
export class LastEditor {
  private last: vscode.TextEditor | undefined;
  private readonly listening: vscode.Disposable;

  constructor() {
    this.remember(vscode.window.activeTextEditor);
    this.listening = vscode.window.onDidChangeActiveTextEditor((editor) => this.remember(editor));
  }

  /** Undefined: no file is open. It may be hidden behind the chat, and then only tells its document and selection. */
  get editor(): vscode.TextEditor | undefined {
    const visible = vscode.window.visibleTextEditors.filter(isForFiles);
    const { last } = this;
    if (last && (visible.includes(last) || isInTab(last.document))) return last;
    return visible[0];
  }

  /** The editor, brought back to the front if it was hidden. */
  async show(): Promise<vscode.TextEditor | undefined> {
    const { editor } = this;
    if (!editor || vscode.window.visibleTextEditors.includes(editor)) return editor;
    const { document, selection, viewColumn } = editor;
    return vscode.window.showTextDocument(document, { selection, ...(viewColumn !== undefined && { viewColumn }) });
  }

  dispose(): void {
    this.listening.dispose();
  }

  private remember(editor: vscode.TextEditor | undefined): void {
    if (editor && isForFiles(editor)) this.last = editor;
  }
}

/** Output, the debug console and the like are text editors, too. Only those of files stand in a column. */
function isForFiles({ viewColumn, document }: vscode.TextEditor): boolean {
  return viewColumn !== undefined || document.uri.scheme === 'vscode-notebook-cell';
}

function isInTab({ isClosed, uri }: vscode.TextDocument): boolean {
  if (isClosed) return false;
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
}
