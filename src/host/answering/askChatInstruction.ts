import * as vscode from 'vscode';
import { cleanPrompt } from '../../core/chat/cleanPrompt';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';

/** As much as of a rules file. Characters. */
const longest = 32_768;

/** Lets the user write what each question of a chat takes along. Undefined: it stays as it is. Empty: nothing does. */
export async function askChatInstruction(
  gate: Pick<OutgoingGate, 'review'>,
  current: string,
): Promise<string | undefined> {
  const title = vscode.l10n.t('Instruction for This Chat');
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t('Each question of this chat takes it along. Without text, none does.'),
    placeHolder: vscode.l10n.t('For example: answer in Greek, and write Python 3.9'),
    value: current,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.length > longest
        ? vscode.l10n.t('This is too long. Put it into a rules file such as AGENTS.md.')
        : undefined,
  });
  if (typed === undefined) return undefined;
  const text = cleanPrompt(typed).text.trim();
  if (text === '') return '';
  return (await gate.review([{ name: title, text, firstLine: 1 }]))?.[0];
}
