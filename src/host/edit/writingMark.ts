import * as vscode from 'vscode';

/** Says in a proposal, behind the line that is being written, what Gemini is doing. */
export class WritingMark {
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    // The words behind a long line are out of sight; the line itself is not.
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.rangeHighlightBackground'),
    after: { color: new vscode.ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 3ch', fontStyle: 'italic' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  private readonly listening: vscode.Disposable;
  private line = 0;
  private text = '';

  constructor(private readonly uri: vscode.Uri) {
    this.listening = vscode.window.onDidChangeVisibleTextEditors(() => this.draw());
  }

  /** An empty text takes the mark away. */
  show(text: string, line = this.line): void {
    this.text = text;
    this.line = line;
    this.draw();
  }

  dispose(): void {
    this.listening.dispose();
    this.decoration.dispose();
  }

  private draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() !== this.uri.toString()) continue;
      const { range } = editor.document.lineAt(Math.min(this.line, editor.document.lineCount - 1));
      const options = { range, renderOptions: { after: { contentText: this.text } } };
      editor.setDecorations(this.decoration, this.text === '' ? [] : [options]);
    }
  }
}
