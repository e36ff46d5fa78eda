import * as vscode from 'vscode';
import { Failure } from '../../core/base/failure';
import { previewOf, refactor, type Target } from '../../core/editing/refactoring';
import type { Services } from '../services';
import { readModel } from '../settings/settings';
import { askInstruction } from './askInstruction';
import { codeRange } from './codeRange';
import { tellEnd } from './reviewNotices';
import type { Reviews } from './reviews';

/** "Refactor…": asks what to do, and streams the proposal into a review. */
export class Refactor {
  constructor(
    private readonly services: Pick<Services, 'interactions' | 'apiKey' | 'notices'>,
    private readonly reviews: Reviews,
  ) {}

  async run(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const range = editor && (await codeRange(editor));
    if (!editor || !range) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Select the code to refactor first.'));
      return;
    }
    const { document } = editor;
    const version = document.version;
    const instruction = await askInstruction();
    if (instruction === undefined || !(await this.services.apiKey.ensure())) return;
    if (document.version !== version) {
      void vscode.window.showInformationMessage(vscode.l10n.t('The code changed meanwhile. Select it again.'));
      return;
    }
    await this.propose(document, range, instruction);
  }

  private async propose(document: vscode.TextDocument, range: vscode.Range, instruction: string): Promise<void> {
    const text = document.getText();
    const target: Target = {
      path: vscode.workspace.asRelativePath(document.uri),
      languageId: document.languageId,
      before: text.slice(0, document.offsetAt(range.start)),
      selected: document.getText(range),
      after: text.slice(document.offsetAt(range.end)),
    };
    const { interactions, notices } = this.services;
    const review = await this.reviews.begin(document, range.start.line);
    try {
      const end = await review.write(async (signal, show) => {
        const replacement = await refactor(interactions, readModel(), target, instruction, signal, (lines) =>
          show(() => ({ text: previewOf(target, lines), line: range.start.line + lines.length - 1 })),
        );
        const lineBreak = target.selected.includes('\r\n') ? '\r\n' : '\n';
        return target.before + replacement.replaceAll('\n', lineBreak) + target.after;
      });
      tellEnd(review, end);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      await notices.show(error, async () => {
        await review.end();
        if (document.getText(range) === target.selected) await this.propose(document, range, instruction);
        else await this.run();
      });
    }
  }
}
