import * as vscode from 'vscode';
import { cleanPrompt } from '../../core/chat/cleanPrompt';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';

/** As much as of a rules file. Characters. */
const longest = 32_768;

export function isTooLong(text: string): boolean {
  return text.length > longest;
}

/** What may go along of what was typed. Empty: nothing was. Undefined: the user does not want it sent. */
export async function allowedInstruction(
  gate: Pick<OutgoingGate, 'review'>,
  typed: string,
): Promise<string | undefined> {
  const text = cleanPrompt(typed).text.trim();
  if (text === '') return '';
  return (await gate.review([{ name: vscode.l10n.t('Instruction for This Chat'), text, firstLine: 1 }]))?.[0];
}
