import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import { cleanPrompt } from '../../core/chat/cleanPrompt';
import { shortened } from '../../core/conversation/chatTitle';
import type { ChatSummary } from '../../core/conversation/savedChat';
import type { ChatLibrary } from '../../core/storage/library/chatLibrary';

/** Where a title the user typed is cut. Characters. */
const longestTitle = 200;

/** Asks for another title of a chat, open or not. */
export async function renameChat(
  chats: Chats,
  library: ChatLibrary,
  chat: Pick<ChatSummary, 'id' | 'title'>,
): Promise<void> {
  const typed = await vscode.window.showInputBox({
    title: vscode.l10n.t('Rename Chat'),
    value: chat.title,
    validateInput: (text) => (tidy(text) === '' ? vscode.l10n.t('Type a title.') : undefined),
  });
  const title = tidy(typed ?? '');
  if (title === '' || title === chat.title) return;
  const session = chats.find(chat.id);
  // What another window writes is not written by the session here.
  await (session && session.saving !== 'heldElsewhere' ? session.rename(title) : library.rename(chat.id, title));
}

function tidy(text: string): string {
  return shortened(cleanPrompt(text).text.replace(/\s+/g, ' ').trim(), longestTitle);
}
