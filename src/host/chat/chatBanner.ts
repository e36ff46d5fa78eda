import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { BannerView } from '../../protocol/state';

/** What is wrong with a chat as a whole, and the one thing that helps. */
export function chatBanner({ saving }: ChatSession): BannerView | undefined {
  switch (saving) {
    case 'saving':
      return undefined;
    case 'failing':
      return {
        message: vscode.l10n.t(
          'This chat can’t be saved right now because its folder can’t be written. You can go on; it is saved as soon as that works.',
        ),
        action: { id: 'exportChat', label: vscode.l10n.t('Export…') },
      };
    case 'heldElsewhere':
      return {
        message: vscode.l10n.t('Another window writes this chat. Here it can be read.'),
        action: { id: 'takeOver', label: vscode.l10n.t('Take Over') },
      };
    case 'deleted':
      return {
        message: vscode.l10n.t('This chat was deleted in another window. What is here is no longer saved.'),
        action: { id: 'restoreChat', label: vscode.l10n.t('Restore') },
      };
    case 'newer':
      return {
        message: vscode.l10n.t(
          'A newer version of the extension wrote this chat. Here it can be read; update the extension to go on.',
        ),
      };
  }
}

/** Whether the chat can only be read. */
export function isReadOnly({ saving }: ChatSession): boolean {
  return saving === 'heldElsewhere' || saving === 'deleted' || saving === 'newer';
}
