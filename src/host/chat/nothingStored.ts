import * as vscode from 'vscode';
import { type SettingKey, settingsSection } from '../../manifest';
import { openSettings } from '../settings/openSettings';

const setting = `${settingsSection}.${'privacy.storeAtGoogle' satisfies SettingKey}`;

/** Why no chat is stored at Google, whatever is chosen for it. */
export function nothingStored(): string {
  return vscode.l10n.t('Your setting {0} keeps all chats from being stored at Google.', setting);
}

/** The user wants a chat stored, and the settings say that none is. */
export async function tellNothingStored(): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  if ((await vscode.window.showInformationMessage(nothingStored(), open)) === open) await openSettings(setting);
}
