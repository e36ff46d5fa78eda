import * as vscode from 'vscode';
import type { CommandId } from '../../manifest';
import { reviewScheme } from '../../names';
import type { Reviews } from './reviews';

/** "Accept This Change" and "Reject This Change" above each change, for those who have lenses shown in comparisons. */
export class ReviewLenses implements vscode.CodeLensProvider {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly listening: vscode.Disposable;

  constructor(private readonly reviews: Reviews) {
    const following = reviews.onDidChange(() => this.changed.fire());
    const registered = vscode.languages.registerCodeLensProvider(
      { scheme: reviewScheme, pattern: '/*/proposal/*' },
      this,
    );
    this.listening = vscode.Disposable.from(registered, following, this.changed);
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const review = this.reviews.of(document.uri);
    const isShown = vscode.workspace.getConfiguration('diffEditor', document).get<boolean>('codeLens') === true;
    if (!review?.isReady || !isShown) return [];
    return review.changes.left.flatMap(({ proposalStart }, number) => {
      const range = document.validateRange(new vscode.Range(proposalStart, 0, proposalStart, 0));
      const lens = (title: string, command: CommandId) =>
        new vscode.CodeLens(range, { title, command, arguments: [document.uri, number] });
      return [
        lens(vscode.l10n.t('Accept This Change'), 'geminiInteractions.acceptHunk'),
        lens(vscode.l10n.t('Reject This Change'), 'geminiInteractions.rejectHunk'),
      ];
    });
  }

  dispose(): void {
    this.listening.dispose();
  }
}
