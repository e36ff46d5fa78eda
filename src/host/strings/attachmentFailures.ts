import * as vscode from 'vscode';

/** What is wrong with a file that goes along. `code`: one of those that `gemini/failureReasons.ts` gives. */
export function attachmentSentence(code: string | undefined): string {
  switch (code) {
    case 'password':
      return vscode.l10n.t('Gemini can’t open a document that needs a password. Attach it without one, and ask again.');
    case 'expired':
      return vscode.l10n.t(
        'Google no longer has an attached file: it keeps large ones for 48 hours. Attach it again, and ask again.',
      );
    case 'unreadable':
      return vscode.l10n.t(
        'Gemini couldn’t read an attached file: it may be damaged. Attach another one, and ask again.',
      );
    default:
      return vscode.l10n.t('This model doesn’t take an attached file of that kind. Choose another model.');
  }
}
