import { type Instructions, instructionsOf } from '../../core/chat/instructions';
import type { PrivacyGate } from '../../core/privacy/privacyGate';
import { readSystemInstruction } from '../settings/settings';
import { rulesOfWorkspace } from './rulesFiles';

/**
 * What a question of a chat takes along now. Rules files that the user excludes, or that Git ignores, are left out, and what
 * looks like a secret in others: users do not want a question about them each time. A fault of the disk costs the rules
 * and not the question.
 */
export async function chatInstructions(
  gate: Pick<PrivacyGate, 'harmless'>,
  onError: (error: unknown) => void,
): Promise<Instructions> {
  const own = readSystemInstruction();
  try {
    const rules = await rulesOfWorkspace();
    const texts = await gate.harmless(
      rules.map(({ path, text, uri }) => ({ name: path, text, files: [uri.toString()], firstLine: 1 })),
    );
    return instructionsOf(
      own,
      rules.flatMap(({ path }, at) => {
        const text = texts[at];
        return text ? [{ path, text }] : [];
      }),
    );
  } catch (error) {
    onError(error);
    return instructionsOf(own, []);
  }
}
