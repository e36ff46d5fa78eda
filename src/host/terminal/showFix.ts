import * as vscode from 'vscode';
import { unreachable } from '../../core/base/json';
import type { Fix, UnfitReason } from '../../core/terminal/readFix';
import type { FixDocuments } from './fixDocuments';

/** Puts a fix at the prompt, without the line break that would run it; shows it where it may not be put there. */
export async function showFix(
  fix: Fix,
  terminal: vscode.Terminal,
  isBusy: boolean,
  documents: FixDocuments,
): Promise<void> {
  const show = async (text: string, why: string) => {
    await documents.show(text);
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} Nothing was put at the prompt. {1}', why, fix.note));
  };
  switch (fix.kind) {
    case 'advice':
      void vscode.window.showInformationMessage(fix.note || vscode.l10n.t('Gemini found no command that helps.'));
      return;
    case 'unfit':
      return show(fix.text, unfitWords(fix.why));
    case 'command':
      if (terminal.exitStatus !== undefined) return show(fix.command, vscode.l10n.t('The terminal was closed.'));
      if (isBusy) return show(fix.command, vscode.l10n.t('Something is running in the terminal.'));
      terminal.show();
      terminal.sendText(fix.command, false);
      void vscode.window.showInformationMessage(vscode.l10n.t('At the prompt, not run yet. {0}', fix.note));
      return;
    default:
      unreachable(fix);
  }
}

function unfitWords(why: UnfitReason): string {
  switch (why) {
    case 'severalLines':
      return vscode.l10n.t('The fix has several lines, and a terminal would run each at once.');
    case 'hiddenCharacters':
      return vscode.l10n.t('The fix has invisible characters; here they are spelled out.');
    case 'tooLong':
      return vscode.l10n.t('The fix is longer than a terminal takes.');
  }
}
