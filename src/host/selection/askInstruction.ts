import * as vscode from 'vscode';
import type { AskedCode } from './askedCode';
import { targetWords } from './targetWords';

/** What a refactoring should do: the user's own words, or one of the usual instructions. */
export function askInstruction(code: AskedCode, onTyped: (words: string) => void): Promise<string | undefined> {
  const usual = [
    vscode.l10n.t('Simplify'),
    vscode.l10n.t('Improve the names'),
    vscode.l10n.t('Split into smaller functions'),
    vscode.l10n.t('Make it faster'),
    vscode.l10n.t('Handle errors and edge cases'),
  ].map((label): vscode.QuickPickItem => ({ label }));

  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick();
    pick.title = vscode.l10n.t('Refactor with Gemini');
    pick.placeholder = vscode.l10n.t('Describe the change to {0} or pick one', targetWords(code));
    pick.items = usual;
    pick.ignoreFocusOut = true;
    pick.onDidChangeValue((value) => {
      onTyped(value);
      const own = value.trim();
      pick.items = own === '' ? usual : [{ label: own, alwaysShow: true }, ...usual];
    });
    pick.onDidAccept(() => {
      const chosen = pick.activeItems[0];
      // The item that repeats the typed words trails behind fast fingers; the field itself does not.
      resolve(chosen && usual.includes(chosen) ? chosen.label : pick.value.trim() || undefined);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
