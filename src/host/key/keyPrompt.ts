import * as vscode from 'vscode';
import { keyVariable } from '../platform/environment';

/** Asks whether the key in the environment should be used. Its value is never shown. Undefined: neither was chosen. */
export async function askForSource(): Promise<'environment' | 'typed' | undefined> {
  const items = [
    { label: vscode.l10n.t('Use the key in {0}', keyVariable), source: 'environment' },
    { label: vscode.l10n.t('Enter another key'), source: 'typed' },
  ] as const;
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Gemini API Key'),
    placeHolder: vscode.l10n.t(
      'This computer’s environment has a key in {0}. It is used only if you choose it.',
      keyVariable,
    ),
    ignoreFocusOut: true,
  });
  return choice?.source;
}

/** The key as it was typed or pasted, without the blanks around it. */
export async function askForKey(origin: string): Promise<string | undefined> {
  const entered = await vscode.window.showInputBox({
    title: vscode.l10n.t('Gemini API Key'),
    prompt: vscode.l10n.t('Kept in your system’s secret storage and sent only to {0}.', new URL(origin).host),
    password: true,
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  return entered?.trim();
}

/** Why this cannot be a key; undefined if it can. */
export function problemOf(text: string): string | undefined {
  const key = text.trim();
  if (key === '') return vscode.l10n.t('Paste the key from Google AI Studio.');
  if (/\s/.test(key)) return vscode.l10n.t('There is a space or a line break inside the key. Copy it again.');
  // Headers carry no other characters; most often a dash was changed by a word processor.
  if (!/^[\x21-\x7e]+$/.test(key))
    return vscode.l10n.t('The key contains a character that keys never have. Copy it again.');
  return undefined;
}
