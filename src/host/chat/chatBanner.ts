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
          'This chat can’t be saved because its folder isn’t writable. You can keep chatting; it will be saved once it is.',
        ),
        action: { id: 'exportChat', label: vscode.l10n.t('Export…') },
      };
    case 'heldElsewhere':
      return {
        message: vscode.l10n.t('This chat is in use in another window and is read-only here.'),
        action: { id: 'takeOver', label: vscode.l10n.t('Take Over') },
      };
    case 'deleted':
      return {
        message: vscode.l10n.t('This chat was deleted in another window. Changes here aren’t saved.'),
        action: { id: 'restoreChat', label: vscode.l10n.t('Restore') },
      };
    case 'newer':
      return {
        message: vscode.l10n.t(
          'This chat was saved by a newer version. You can read it; update the extension to continue it.',
        ),
      };
  }
}

/** Whether the chat can only be read. */
export function isReadOnly({ saving }: ChatSession): boolean {
  return saving === 'heldElsewhere' || saving === 'deleted' || saving === 'newer';
}
