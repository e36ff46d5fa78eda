import type { ChatLedger } from './chatLedger';
import type { ChatSessionParts } from './chatParts';
import { type Instructions, withInstructionOfChat } from './instructions';

/** What goes along with a question. Undefined: nothing may be asked, or another window writes the chat. */
export async function toldToAsk(
  { mayAsk, instructions }: Pick<ChatSessionParts, 'mayAsk' | 'instructions'>,
  ledger: Pick<ChatLedger, 'claim' | 'instruction'>,
): Promise<Instructions | undefined> {
  const admitted = mayAsk().then((may) => may && ledger.claim());
  const [isOurs, told] = await Promise.all([admitted, instructions()]);
  return isOurs ? { ...told, text: withInstructionOfChat(told.text, ledger.instruction) } : undefined;
}
