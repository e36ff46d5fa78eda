import { fenced } from '../../core/conversation/input';
import { chatForQuestion } from '../base/chatForQuestion';
import type { Services } from '../services';

export type AskInChatServices = Pick<Services, 'chats' | 'view' | 'apiKey' | 'gate'>;

/**
 * Asks in the chat about a text that is no code of a file. It goes into the question itself, in a fence: attachments are
 * code with a place in a document.
 */
export async function askAboutText(
  { apiKey, chats, view }: AskInChatServices,
  question: string,
  text: string,
): Promise<void> {
  const session = (await apiKey.ensure()) && (await chatForQuestion(chats));
  if (!session) return;
  await view.reveal();
  await session.send(`${question}\n\n${fenced(text, 'text')}`);
}
