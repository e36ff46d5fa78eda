import * as vscode from 'vscode';
import type { AccountState } from '../../protocol/state';

/** How it stands with the key, for the status bar, the connection check and the problem report. */
export function keyStateWords(state: AccountState['key']): string {
  switch (state) {
    case 'unknown':
      return vscode.l10n.t('Looking for the API key');
    case 'missing':
      return vscode.l10n.t('No API key yet');
    case 'unreadable':
      return vscode.l10n.t('The saved API key could not be read. Set it again');
    case 'present':
      return vscode.l10n.t('saved');
  }
}
