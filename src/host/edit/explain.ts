import * as vscode from 'vscode';
import { explainPrompt } from '../../core/chat/prompts';
import type { CodeAttachment } from '../../core/conversation/turn';
import type { Services } from '../services';
import { codeRange, toAttachment } from './codeRange';

/** "Explain": asks about the selected code in the chat. */
export class Explain {
  constructor(private readonly services: Pick<Services, 'chats' | 'view' | 'apiKey' | 'gate' | 'newId'>) {}

  async run(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const range = editor && (await codeRange(editor));
    if (!editor || !range) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the code to explain first.'));
      return;
    }
    const attachment = await this.allowed(toAttachment(editor.document, range, this.services.newId()));
    if (!attachment || !(await this.services.apiKey.ensure())) return;
    if (!(await this.isFree())) return;
    await this.services.view.reveal();
    await this.services.chats.restore();
    await this.services.chats.current.send(explainPrompt, [attachment]);
  }

  /** What may be sent of the code. Undefined: nothing. */
  private async allowed(code: CodeAttachment): Promise<CodeAttachment | undefined> {
    const { path, uri, startLine, text } = code;
    const passed = await this.services.gate.review([{ name: path, text, files: [uri], firstLine: startLine }]);
    const rest = passed?.[0];
    return rest === undefined ? undefined : { ...code, text: rest };
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
