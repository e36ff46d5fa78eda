import * as vscode from 'vscode';
import type { AccountState } from '../../protocol/state';

/** How it stands with the key, for the status bar, the connection check and the problem report. */
export function keyStateWords(state: AccountState['key']): string {
  const { t } = vscode.l10n;
  switch (state) {
    case 'unknown':
      return t('Looking for the API key');
    case 'missing':
      return t('No API key yet');
    case 'unreadable':
      return t('The saved API key could not be read. Set it again');
    case 'present':
      return t('An API key is saved');
  }
}
