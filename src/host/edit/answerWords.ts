import * as vscode from 'vscode';
import type { AnswerRefusal } from '../../core/editing/answer/refusals';
import type { EditRequest } from '../../core/editing/ask/editRequest';
import type { EditAnswer } from '../../core/editing/askForEdit';

type RefusedAnswer = Extract<EditAnswer, { kind: 'refused' }>;

/** An answer from which no proposal can be made. Nothing is wrong with the service, so it is no Failure. */
export class AnswerRefused extends Error {
  constructor(readonly answer: RefusedAnswer) {
    super(answer.reason);
  }
}

/** Says why an answer is no proposal, and shows what Gemini wrote to who wants to see it. */
export function tellRefusedAnswer({ reason, text }: RefusedAnswer, name: string): void {
  const show = vscode.l10n.t('Show Answer');
  const buttons = text.trim() === '' ? [] : [show];
  void vscode.window.showWarningMessage(refusalWords(reason, name), ...buttons).then(async (choice) => {
    if (choice === show)
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: text }));
  });
}

/** Says why nothing was asked. */
export function tellRefusedQuestion(refused: Extract<EditRequest, { kind: 'refused' }>, name: string): void {
  const message =
    refused.reason === 'nothingSelected'
      ? vscode.l10n.t('Select the code to change in {0} first.', name)
      : vscode.l10n.t(
          'The selection in {0} has {1} characters, more than Gemini can give back ({2}). Select less of it.',
          name,
          refused.chars,
          refused.limit,
        );
  void vscode.window.showInformationMessage(message);
}

/** Says how many characters that nobody sees were left out of what is sent. */
export function tellHiddenLeftOut(hidden: number): void {
  if (hidden === 0) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The code has characters that nobody sees ({0}). They were not sent to Gemini.', hidden),
  );
}

function refusalWords(reason: AnswerRefusal, name: string): string {
  switch (reason) {
    case 'prose':
      return vscode.l10n.t('Gemini answered in words and proposes no change for {0}.', name);
    case 'empty':
      return vscode.l10n.t('Gemini gave no code for {0}. Nothing was changed; ask again in other words.', name);
    case 'cut':
      return vscode.l10n.t('Gemini’s answer for {0} ended too early. The comparison shows what had come.', name);
    case 'severalBlocks':
      return vscode.l10n.t('Gemini gave several pieces of code, and which is for {0} is not certain.', name);
    case 'partMissing':
      return vscode.l10n.t('Gemini left out some of the selections in {0}. Nothing was changed; ask again.', name);
    case 'malformed':
      return vscode.l10n.t('Gemini’s answer for {0} cannot be read. Nothing was changed; ask again.', name);
    case 'wrongLanguage':
      return vscode.l10n.t('Gemini answered in another language than that of {0}. Nothing was changed.', name);
    case 'patchDoesNotFit':
      return vscode.l10n.t('Gemini gave a patch that does not fit the selection in {0}. Nothing was changed.', name);
    case 'wholeFileForPart':
      return vscode.l10n.t('Gemini gave more than the selection in {0}, and which part is meant is not certain.', name);
    case 'placeholder':
      return vscode.l10n.t('Gemini left some code of {0} out, and what belongs there is not certain.', name);
    case 'fragment':
      return vscode.l10n.t('Whether Gemini gave the selected part of {0} or the whole line is not certain.', name);
  }
}
