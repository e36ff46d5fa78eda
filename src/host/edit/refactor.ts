import * as vscode from 'vscode';
import type { ApiKey } from '../key/apiKey';
import { askInstruction } from './askInstruction';
import { codeRange } from './codeRange';
import type { ProposeEdit } from './proposeEdit';

/** "Refactor…": asks what to do, and streams the proposal into a review. */
export class Refactor {
  constructor(
    private readonly apiKey: Pick<ApiKey, 'ensure'>,
    private readonly edits: ProposeEdit,
  ) {}

  async run(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const range = editor && (await codeRange(editor));
    if (!editor || !range) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the code to refactor first.'));
      return;
    }
    const { document } = editor;
    const { version } = document;
    const instruction = await askInstruction();
    if (instruction === undefined || !(await this.apiKey.ensure())) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code changed meanwhile. Select it again.'));
      return;
    }
    const ranges = [{ start: range.start.line, end: range.end.line + 1 }];
    await this.edits.run(document, { kind: 'refactor', ranges, instruction });
  }
}
