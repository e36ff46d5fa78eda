import { fenced } from '../../core/conversation/input';
import { isChatFree } from '../base/chatForQuestion';
import type { Services } from '../services';

export type AskInChatServices = Pick<Services, 'chats' | 'view' | 'apiKey' | 'gate'>;

/**
 * Asks in the chat about a text that is no code of a file. It goes into the question itself, in a fence: attachments are
 * code with a place in a document.
 */
export async function askAboutText(services: AskInChatServices, question: string, text: string): Promise<void> {
  if (!(await services.apiKey.ensure()) || !(await isChatFree(services.chats))) return;
  await services.view.reveal();
  await services.chats.restore();
  await services.chats.current.send(`${question}\n\n${fenced(text, 'text')}`);
}
