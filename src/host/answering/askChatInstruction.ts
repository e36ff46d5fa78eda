import * as vscode from 'vscode';
import { isTooLong } from './instructionText';

/** What the user wants to be done: this text is the instruction, or it is edited where it has room. */
export type AskedInstruction =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'editor'; readonly text: string };

/** Lets the user write what each question of a chat takes along, in one line. Undefined: it stays as it is. */
export async function askChatInstruction(current: string): Promise<AskedInstruction | undefined> {
  const box = vscode.window.createInputBox();
  const inEditor = {
    iconPath: new vscode.ThemeIcon('edit'),
    tooltip: vscode.l10n.t('Write Several Lines in an Editor'),
  };
  box.title = vscode.l10n.t('Instruction for This Chat');
  box.prompt = vscode.l10n.t('Each question of this chat takes it along. Without text, none does.');
  box.placeholder = vscode.l10n.t('For example: answer in Greek, and write Python 3.9');
  box.value = current;
  box.ignoreFocusOut = true;
  box.buttons = [inEditor];
  try {
    return await new Promise<AskedInstruction | undefined>((resolve) => {
      box.onDidChangeValue((text) => {
        box.validationMessage = isTooLong(text) ? tooLong() : undefined;
      });
      box.onDidAccept(() => !isTooLong(box.value) && resolve({ kind: 'text', text: box.value }));
      box.onDidTriggerButton(() => resolve({ kind: 'editor', text: box.value }));
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

export function tooLong(): string {
  return vscode.l10n.t('This is too long. Put it into a rules file such as AGENTS.md.');
}
