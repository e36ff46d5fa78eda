import type { ChatSession } from '../../core/chat/chatSession';
import type { Attachment } from '../../core/conversation/turn';
import { chatForQuestion } from '../base/chatForQuestion';
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
  const session = (await apiKey.ensure()) && (await chatForQuestion(chats));
  if (!session) return undefined;
  await view.reveal();
  return (await session.send(prompt, attachments)) ? session : undefined;
}
