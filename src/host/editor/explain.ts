import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import { explainPrompt } from '../../core/chat/prompts';
import type { ApiKey } from '../apiKey';
import type { ChatView } from '../chat/chatView';
import { codeRange, toAttachment } from './codeRange';

/** "Explain": asks about the selected code in the chat. */
export class Explain {
  constructor(
    private readonly session: ChatSession,
    private readonly view: ChatView,
    private readonly apiKey: ApiKey,
    private readonly newId: () => string,
  ) {}

  async run(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const range = editor && (await codeRange(editor));
    if (!editor || !range) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the code to explain first.'));
      return;
    }
    const attachment = toAttachment(editor.document, range, this.newId());
    if (!(await this.apiKey.ensure())) return;
    if (!(await this.isFree())) return;
    await this.view.reveal();
    await this.session.send(explainPrompt, [attachment]);
  }

  private async isFree(): Promise<boolean> {
    if (!this.session.isStreaming) return true;
    const stop = vscode.l10n.t('Stop and Ask');
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t('Gemini is still answering the last question.'),
      stop,
    );
    if (choice === stop) this.session.stop();
    return choice === stop;
  }
}
