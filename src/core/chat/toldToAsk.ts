import type { ChatSchema } from '../conversation/chatSchema';
import type { AgentLimits } from '../interactions/agents';
import type { ChatLedger } from './chatLedger';
import type { ChatSessionParts } from './chatParts';
import { type Instructions, withInstructionOfChat } from './instructions';

/** What goes along with a question. */
export interface Told extends Pick<Instructions, 'files'> {
  /** The system instruction, with that of the chat. */
  readonly instruction: string;
  readonly agentLimits: AgentLimits;
  /** What the answer fits. */
  readonly schema: ChatSchema | undefined;
}

/** Undefined: nothing may be asked, or another window writes the chat. */
export async function toldToAsk(
  { mayAsk, instructions, agentLimits }: Pick<ChatSessionParts, 'mayAsk' | 'instructions' | 'agentLimits'>,
  ledger: Pick<ChatLedger, 'claim' | 'extras'>,
): Promise<Told | undefined> {
  const admitted = mayAsk().then((may) => may && ledger.claim());
  const [isOurs, told] = await Promise.all([admitted, instructions()]);
  if (!isOurs) return undefined;
  const { instruction, schema } = ledger.extras;
  return {
    files: told.files,
    instruction: withInstructionOfChat(told.text, instruction),
    agentLimits: agentLimits(),
    schema,
  };
}
