import * as vscode from 'vscode';
import type { ApplyChoice, ApplyRefusal } from '../../core/editing/apply/applyTypes';

/** A way to apply a block, as a row to choose. */
export function choicePick(choice: ApplyChoice): vscode.QuickPickItem & { readonly choice: ApplyChoice } {
  const { t } = vscode.l10n;
  const lines = (start: number, end: number) =>
    end - start === 1 ? t('line {0}', start + 1) : t('lines {0} to {1}', start + 1, end);
  switch (choice.type) {
    case 'replaceSelection':
      return { label: t('Replace the selection'), description: lines(choice.start, choice.end), choice };
    case 'insertAtCursor':
      return { label: t('Insert at the cursor'), description: t('line {0}', choice.line + 1), choice };
    case 'replaceDefinition':
      return { label: t('Replace {0}', choice.name), description: lines(choice.start, choice.end), choice };
    case 'replaceParts':
      return { label: t('Replace {0}', choice.names.join(', ')), description: t('the rest stays'), choice };
    case 'appendToFile':
      return { label: t('Add at the end of the file'), choice };
    case 'replaceFile':
      return { label: t('Replace the whole file'), description: t('{0} lines', choice.lines), choice };
  }
}

/** Why a block was not applied to a file, and what to do. */
export function refusalSentence(refusal: ApplyRefusal, file: string): string {
  const { t } = vscode.l10n;
  switch (refusal.reason) {
    case 'emptyBlock':
      return t('There is no code in this block.');
    case 'otherFile':
      return t('The code is for {0}, and not for {1}. Nothing was changed.', refusal.paths.join(', '), file);
    case 'newFile':
      return t('The patch creates {0}, which is there already. Nothing was changed.', file);
    case 'deletesFile':
      return t('The patch deletes {0}. Delete the file yourself if you agree.', file);
    case 'patchDoesNotFit':
      return t(
        'Part {0} of {1} of the patch finds no place in {2}: the code there is another one. Nothing was changed.',
        refusal.hunk,
        refusal.of,
        file,
      );
    case 'patchAmbiguous':
      return t(
        'Part {0} of {1} of the patch fits several places of {2}. Select the code that it is for, and apply it by hand.',
        refusal.hunk,
        refusal.of,
        file,
      );
    case 'placeholder':
      return t(
        'The code leaves something out, and what belongs there in {0} is not certain. Ask for the code in full, or copy it.',
        file,
      );
  }
}
