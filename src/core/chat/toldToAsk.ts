import type { ChatSchema } from '../conversation/chatSchema';
import type { ChatLedger } from './chatLedger';
import type { ChatSessionParts } from './chatParts';
import { type Instructions, withInstructionOfChat } from './instructions';

/** What goes along with a question. */
export interface Told extends Instructions {
  /** What the answer fits. */
  readonly schema: ChatSchema | undefined;
}

/** Undefined: nothing may be asked, or another window writes the chat. */
export async function toldToAsk(
  { mayAsk, instructions }: Pick<ChatSessionParts, 'mayAsk' | 'instructions'>,
  ledger: Pick<ChatLedger, 'claim' | 'extras'>,
): Promise<Told | undefined> {
  const admitted = mayAsk().then((may) => may && ledger.claim());
  const [isOurs, told] = await Promise.all([admitted, instructions()]);
  if (!isOurs) return undefined;
  const { instruction, schema } = ledger.extras;
  return { ...told, text: withInstructionOfChat(told.text, instruction), schema };
}
