import * as vscode from 'vscode';
import { keyPage } from '../../names';
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

/** The key as it was typed or pasted, without the blanks around it. Undefined: the user left. */
export function askForKey(origin: string): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Gemini API Key');
  box.placeholder = vscode.l10n.t('Paste your API key');
  box.prompt = vscode.l10n.t('Kept in your system’s secret storage and sent only to {0}.', new URL(origin).host);
  box.password = true;
  box.ignoreFocusOut = true;
  box.buttons = [
    { iconPath: new vscode.ThemeIcon('link-external'), tooltip: vscode.l10n.t('Get a Key from Google AI Studio') },
  ];
  return new Promise((resolve) => {
    box.onDidTriggerButton(() => void openKeyPage());
    box.onDidChangeValue((value) => {
      box.validationMessage = value === '' ? undefined : problemOf(value);
    });
    box.onDidAccept(() => {
      box.validationMessage = problemOf(box.value);
      if (box.validationMessage !== undefined) return;
      resolve(box.value.trim());
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** Opens the page of Google on which keys are made. */
export async function openKeyPage(): Promise<void> {
  await vscode.env.openExternal(vscode.Uri.parse(keyPage));
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
