import * as vscode from 'vscode';
import type { CodeBlock } from '../../markdown/codeBlocks';
import { diagramScheme } from '../../names';

/** A preview asks for its text again whenever it is shown, long after VS Code has closed the document. This many are kept. */
const mostTexts = 50;

/** "Open Diagram": the diagram alone, in VS Code's Markdown preview, where it can be enlarged and moved. */
export class DiagramPreview implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private registration: vscode.Disposable | undefined;
  private count = 0;

  async open({ text }: CodeBlock): Promise<void> {
    this.registration ??= vscode.workspace.registerTextDocumentContentProvider(diagramScheme, this);
    this.count += 1;
    const id = String(this.count);
    this.texts.set(id, inFence(text));
    this.texts.delete(String(this.count - mostTexts));
    const uri = vscode.Uri.from({ scheme: diagramScheme, path: `/${vscode.l10n.t('Diagram')}.md`, query: id });
    await vscode.commands.executeCommand(
      isPreviewInFront() ? 'markdown.showPreview' : 'markdown.showPreviewToSide',
      uri,
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.query) ?? '';
  }

  dispose(): void {
    this.registration?.dispose();
  }
}

/** The next diagram goes into the same place then, and not beside it. */
function isPreviewInFront(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview');
}

/** Between fences that are longer than any in the text, which therefore cannot leave them. */
function inFence(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}mermaid\n${text.replace(/\n?$/, '\n')}${fence}\n`;
}
