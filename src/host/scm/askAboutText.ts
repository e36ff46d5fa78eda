import * as vscode from 'vscode';

/** What becomes of the text in the message box. */
export type TextChoice = { readonly hint: string | undefined };

/** Asks what to do with a text that the user has in the message box. Undefined: nothing, it stays as it is. */
export async function askAboutText(text: string): Promise<TextChoice | undefined> {
  const items: readonly (vscode.QuickPickItem & TextChoice)[] = [
    {
      label: vscode.l10n.t('Use It as a Hint'),
      detail: vscode.l10n.t('Gemini reads your text and replaces it'),
      hint: text,
    },
    { label: vscode.l10n.t('Replace It'), detail: vscode.l10n.t('Gemini doesn’t read your text'), hint: undefined },
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Generate Commit Message'),
    placeHolder: vscode.l10n.t('The message box has text. Stop restores it.'),
  });
  return choice && { hint: choice.hint };
}
