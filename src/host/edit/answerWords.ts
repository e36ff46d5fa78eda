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
          'The selection in {0} has {1} characters; Gemini can return at most {2}. Select less.',
          name,
          refused.chars,
          refused.limit,
        );
  void vscode.window.showInformationMessage(message);
}

/** Says how many characters that people cannot see were left out of what is sent. */
export function tellHiddenLeftOut(hidden: number): void {
  if (hidden === 0) return;
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The code has invisible characters ({0}). They were not sent to Gemini.', hidden),
  );
}

function refusalWords(reason: AnswerRefusal, name: string): string {
  switch (reason) {
    case 'prose':
      return vscode.l10n.t('Gemini answered in prose and proposed no change to {0}.', name);
    case 'empty':
      return vscode.l10n.t('Gemini returned no code for {0}. Nothing was changed. Try rephrasing.', name);
    case 'cut':
      return vscode.l10n.t('Gemini’s answer for {0} was cut off. The comparison shows what arrived.', name);
    case 'severalBlocks':
      return vscode.l10n.t('Gemini returned several code blocks, and it’s unclear which one is for {0}.', name);
    case 'partMissing':
      return vscode.l10n.t('Gemini skipped some of the selections in {0}. Nothing was changed. Try again.', name);
    case 'malformed':
      return vscode.l10n.t('Gemini’s answer for {0} couldn’t be read. Nothing was changed. Try again.', name);
    case 'wrongLanguage':
      return vscode.l10n.t('Gemini answered in a different language than {0} uses. Nothing was changed.', name);
    case 'patchDoesNotFit':
      return vscode.l10n.t('Gemini returned a patch that doesn’t fit the selection in {0}. Nothing was changed.', name);
    case 'wholeFileForPart':
      return vscode.l10n.t(
        'Gemini returned more than the selection in {0}, and it’s unclear which part is meant.',
        name,
      );
    case 'placeholder':
      return vscode.l10n.t('Gemini left out some code of {0}, and it’s unclear what belongs there.', name);
    case 'fragment':
      return vscode.l10n.t('It’s unclear whether Gemini returned the selected part of {0} or the whole line.', name);
  }
}
