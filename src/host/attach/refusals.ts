import * as vscode from 'vscode';

/** Why a file does not go along. */
export type AttachRefusal =
  | 'empty'
  /** Its content is none of the kinds that a model takes. */
  | 'unknownType'
  /** Its name promises another kind of file than its content is. */
  | 'fake'
  | 'tooLarge'
  /** By itself it is small enough, and with what goes along already it is not. */
  | 'tooMuch'
  | 'gone'
  | 'folder'
  | 'unreadable'
  | 'outside'
  | 'restricted';

/** Says it in a notice. */
export function tell(refusal: AttachRefusal, name: string): void {
  void vscode.window.showWarningMessage(words(refusal, name));
}

function words(refusal: AttachRefusal, name: string): string {
  switch (refusal) {
    case 'empty':
      return vscode.l10n.t('{0} is empty.', name);
    case 'unknownType':
      return vscode.l10n.t(
        'Gemini can’t read {0}: it takes text, pictures, PDFs, recordings, videos and Office documents.',
        name,
      );
    case 'fake':
      return vscode.l10n.t('{0} is damaged, or not what its name says. It was not attached.', name);
    case 'tooLarge':
      return vscode.l10n.t('{0} is too large: up to 14 MB can go along with a question.', name);
    case 'tooMuch':
      return vscode.l10n.t(
        '{0} was not attached: together with the other files it is more than 14 MB. Remove one, or send it with another question.',
        name,
      );
    case 'gone':
      return vscode.l10n.t('{0} is not there any more.', name);
    case 'folder':
      return vscode.l10n.t('{0} is a folder. Attach the files in it.', name);
    case 'unreadable':
      return vscode.l10n.t('{0} could not be read.', name);
    case 'outside':
      return vscode.l10n.t(
        'Only files of this workspace can be dropped from inside VS Code. Choose others with the Attach button.',
      );
    case 'restricted':
      return vscode.l10n.t('In Restricted Mode nothing is read of this folder. Choose files with the Attach button.');
  }
}
