import type { ChatSession } from '../../core/chat/chatSession';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import { askChatInstruction } from './askChatInstruction';
import type { InstructionFiles } from './instructionFiles';
import { allowedInstruction } from './instructionText';

/** "Set Instruction for This Chat…": in a box of one line, or in an editor where it has more or the user wants it so. */
export async function setChatInstruction(
  session: ChatSession,
  gate: Pick<OutgoingGate, 'review'>,
  files: () => Promise<InstructionFiles>,
): Promise<void> {
  const { instruction } = session.extras;
  // A box would make one line of it.
  if (instruction.includes('\n')) return (await files()).open(session, instruction);
  const asked = await askChatInstruction(instruction);
  if (asked?.kind === 'editor') return (await files()).open(session, asked.text);
  const allowed = asked && (await allowedInstruction(gate, asked.text));
  if (allowed !== undefined) session.setExtras({ instruction: allowed });
}
