import * as vscode from 'vscode';
import { fixScheme } from '../../names';

/** Fixes that are shown instead of being put at a prompt: documents that cannot be edited and close without a question. */
export class FixDocuments implements vscode.TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(fixScheme, this);
  private count = 0;

  async show(text: string): Promise<void> {
    this.count += 1;
    // The ending makes it a shell script to the editor.
    const uri = vscode.Uri.from({ scheme: fixScheme, path: `/fix-${this.count}.sh` });
    this.texts.set(uri.path, `${text}\n`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    return this.texts.get(path) ?? '';
  }

  dispose(): void {
    this.registration.dispose();
    this.texts.clear();
  }
}
