import * as vscode from 'vscode';
import { fenced } from '../../core/conversation/input';
import type { Services } from '../services';

export type AskInChatServices = Pick<Services, 'chats' | 'view' | 'apiKey' | 'gate'>;

/**
 * Asks in the chat about a text that is no code of a file. It goes into the question itself, in a fence: attachments are
 * code with a place in a document.
 */
export async function askAboutText(services: AskInChatServices, question: string, text: string): Promise<void> {
  if (!(await services.apiKey.ensure()) || !(await isFree(services))) return;
  await services.view.reveal();
  await services.chats.restore();
  await services.chats.current.send(`${question}\n\n${fenced(text, 'text')}`);
}

async function isFree({ chats }: AskInChatServices): Promise<boolean> {
  const session = chats.current;
  if (!session.isStreaming) return true;
  const stop = vscode.l10n.t('Stop and Ask');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Gemini is still answering the last question.'),
    stop,
  );
  if (choice === stop) session.stop();
  return choice === stop;
}
