import { explainPrompt } from '../../core/chat/prompts';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { passAttachments } from '../privacy/passAttachments';
import type { Services } from '../services';
import { askedCode } from './askedCode';
import { type AskInChatServices, askInChat } from './askInChat';
import { codeAttachments } from './codeAttachments';
import { tellTarget } from './targetWords';

/** "Explain": asks about the code in the chat. */
export async function explainCode(
  services: AskInChatServices & Pick<Services, 'newId'>,
  gate: OutgoingGate,
  args: readonly unknown[],
): Promise<void> {
  const code = await askedCode(args);
  if (!code) return;
  tellTarget(code);
  const attachments = await passAttachments(gate, codeAttachments(code, services.newId));
  if (attachments) await askInChat(services, explainPrompt, attachments);
}
