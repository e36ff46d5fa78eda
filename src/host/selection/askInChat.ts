import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Attachment } from '../../core/conversation/turn';
import type { Services } from '../services';

export type AskInChatServices = Pick<Services, 'chats' | 'view' | 'apiKey'>;

/**
 * Asks in the chat of the side bar, with code attached. Resolves with the chat when the answer has ended. Undefined: nothing
 * was asked.
 */
export async function askInChat(
  { chats, view, apiKey }: AskInChatServices,
  prompt: string,
  attachments: readonly Attachment[],
): Promise<ChatSession | undefined> {
  if (!(await apiKey.ensure()) || !(await isFree(chats))) return undefined;
  await view.reveal();
  await chats.restore();
  const session = chats.current;
  return (await session.send(prompt, attachments)) ? session : undefined;
}

async function isFree({ current }: Services['chats']): Promise<boolean> {
  if (!current.isStreaming) return true;
  const stop = vscode.l10n.t('Stop and Ask');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Gemini is still answering the last question.'),
    stop,
  );
  if (choice === stop) current.stop();
  return choice === stop;
}
