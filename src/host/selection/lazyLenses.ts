import * as vscode from 'vscode';
import { reviewScheme } from '../../names';
import { showsCodeLenses } from '../settings/settings';

/** Lenses above functions for those who have switched them on. For everybody else it does and loads nothing. */
export class LazyLenses implements vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly listening = vscode.workspace.onDidChangeConfiguration(
    (event) => event.affectsConfiguration('geminiInteractions.codeLens') && this.changed.fire(),
  );

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (!showsCodeLenses() || document.uri.scheme === reviewScheme) return [];
    const { codeLenses } = await import('./codeLenses');
    return codeLenses(document);
  }

  dispose(): void {
    this.listening.dispose();
    this.changed.dispose();
  }
}
