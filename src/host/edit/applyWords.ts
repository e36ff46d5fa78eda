import * as vscode from 'vscode';
import type { ApplyChoice, ApplyRefusal } from '../../core/editing/apply/applyTypes';

/** A way to apply a block, as a row to choose. */
export function choicePick(choice: ApplyChoice): vscode.QuickPickItem & { readonly choice: ApplyChoice } {
  const lines = (start: number, end: number) =>
    end - start === 1 ? vscode.l10n.t('line {0}', start + 1) : vscode.l10n.t('lines {0} to {1}', start + 1, end);
  switch (choice.type) {
    case 'replaceSelection':
      return { label: vscode.l10n.t('Replace the selection'), description: lines(choice.start, choice.end), choice };
    case 'insertAtCursor':
      return {
        label: vscode.l10n.t('Insert at the cursor'),
        description: vscode.l10n.t('line {0}', choice.line + 1),
        choice,
      };
    case 'replaceDefinition':
      return { label: vscode.l10n.t('Replace {0}', choice.name), description: lines(choice.start, choice.end), choice };
    case 'replaceParts':
      return {
        label: vscode.l10n.t('Replace {0}', choice.names.join(', ')),
        description: vscode.l10n.t('the rest stays'),
        choice,
      };
    case 'appendToFile':
      return { label: vscode.l10n.t('Add at the end of the file'), choice };
    case 'replaceFile':
      return {
        label: vscode.l10n.t('Replace the whole file'),
        description: choice.lines === 1 ? vscode.l10n.t('1 line') : vscode.l10n.t('{0} lines', choice.lines),
        choice,
      };
  }
}

/** Why a block was not applied to a file, and what to do. */
export function refusalSentence(refusal: ApplyRefusal, file: string): string {
  switch (refusal.reason) {
    case 'emptyBlock':
      return vscode.l10n.t('There is no code in this block.');
    case 'otherFile':
      return vscode.l10n.t('This code is for {0}, not {1}. Nothing was changed.', refusal.paths.join(', '), file);
    case 'newFile':
      return vscode.l10n.t('The patch creates {0}, which already exists. Nothing was changed.', file);
    case 'deletesFile':
      return vscode.l10n.t('The patch deletes {0}. Delete the file yourself if you agree.', file);
    case 'patchDoesNotFit':
      return vscode.l10n.t(
        'Part {0} of {1} of the patch doesn’t match the code in {2}. Nothing was changed.',
        refusal.hunk,
        refusal.of,
        file,
      );
    case 'patchAmbiguous':
      return vscode.l10n.t(
        'Part {0} of {1} of the patch fits several places in {2}. Select the code it is for, then apply it by hand.',
        refusal.hunk,
        refusal.of,
        file,
      );
    case 'placeholder':
      return vscode.l10n.t(
        'This code omits something, and it’s unclear what belongs there in {0}. Ask for the full code, or copy it.',
        file,
      );
  }
}
