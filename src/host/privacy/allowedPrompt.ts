import * as vscode from 'vscode';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';

/** What may be sent of a prompt. Undefined: nothing. What is pasted into one may hold secrets, or be huge by mistake. */
export async function allowedPrompt(gate: Pick<OutgoingGate, 'review'>, prompt: string): Promise<string | undefined> {
  const passed = await gate.review([{ name: vscode.l10n.t('Your question'), text: prompt, firstLine: 1 }]);
  return passed?.[0];
}
