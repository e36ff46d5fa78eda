import * as vscode from 'vscode';
import { explainPrompt } from '../../core/chat/prompts';
import { confirmLarge } from '../base/confirmLarge';
import type { Services } from '../services';
import { codeRange, toAttachment } from './codeRange';

/** "Explain": asks about the selected code in the chat. */
export class Explain {
  constructor(private readonly services: Pick<Services, 'chats' | 'view' | 'apiKey' | 'newId'>) {}

  async run(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const range = editor && (await codeRange(editor));
    if (!editor || !range) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the code to explain first.'));
      return;
    }
    const attachment = toAttachment(editor.document, range, this.services.newId());
    if (!(await this.isMeant(attachment.text)) || !(await this.services.apiKey.ensure())) return;
    if (!(await this.isFree())) return;
    await this.services.view.reveal();
    await this.services.chats.restore();
    await this.services.chats.current.send(explainPrompt, [attachment]);
  }

  private isMeant(code: string): Promise<boolean> {
    return confirmLarge(
      code.length,
      vscode.l10n.t('Send a selection this long?'),
      vscode.l10n.t('Otherwise nothing is sent.'),
    );
  }

  private async isFree(): Promise<boolean> {
    const session = this.services.chats.current;
    if (!session.isStreaming) return true;
    const stop = vscode.l10n.t('Stop and Ask');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('Gemini is still answering the last question.'),
      stop,
    );
    if (choice === stop) session.stop();
    return choice === stop;
  }
}
