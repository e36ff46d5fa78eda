import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import { explainPrompt } from '../../core/chat/prompts';
import type { ApiKey } from '../account/apiKey';
import type { ChatView } from '../chat/chatView';
import { codeRange, toAttachment } from './codeRange';

/** "Explain": asks about the selected code in the chat. */
export class Explain {
  constructor(
    private readonly chats: Chats,
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
    await this.chats.restore();
    await this.chats.current.send(explainPrompt, [attachment]);
  }

  private async isFree(): Promise<boolean> {
    const session = this.chats.current;
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
