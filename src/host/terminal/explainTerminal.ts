import * as vscode from 'vscode';
import { tailLength } from '../../core/terminal/outputTail';
import { plainOutput } from '../../core/terminal/plainOutput';
import { type AskInChatServices, askAboutText } from './askInChat';
import { terminalSelection } from './terminalSelection';

/** "Explain Terminal Selection": asks in the chat about what is selected in the terminal. */
export async function explainTerminal(services: AskInChatServices): Promise<void> {
  const selected = vscode.window.activeTerminal && (await terminalSelection());
  if (selected === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Select the text to explain in the terminal first.'));
    return;
  }
  const name = vscode.l10n.t('The selection in the terminal');
  const passed = await services.gate.review([{ name, text: plainOutput(selected).slice(-tailLength) }]);
  const text = passed?.[0];
  if (text === undefined) return;
  await askAboutText(
    services,
    vscode.l10n.t('Explain this output of a terminal: what happened, why, and what to do about it.'),
    text,
  );
}
