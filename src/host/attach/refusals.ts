import * as vscode from 'vscode';

/** Why a file does not go along. */
export type AttachRefusal =
  | 'empty'
  /** Its content is none of the kinds that a model takes. */
  | 'unknownType'
  /** Its name promises another kind of file than its content is. */
  | 'fake'
  | 'tooLarge'
  /** It is held in memory while it is uploaded, and too large for that. */
  | 'tooFar'
  /** It would have to be uploaded, and a private chat leaves nothing at Google. */
  | 'private'
  /** A text goes into the request itself. */
  | 'longText'
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
      return vscode.l10n.t('{0} is too large: Google takes files of up to 2 GB.', name);
    case 'tooFar':
      return vscode.l10n.t(
        '{0} is too large to be dropped, or lies on another machine. From this disk, the Attach button takes it.',
        name,
      );
    case 'private':
      return vscode.l10n.t(
        '{0} was not attached: files of more than 14 MB in all are uploaded and kept at Google for 48 hours, and this chat leaves nothing there.',
        name,
      );
    case 'longText':
      return vscode.l10n.t('{0} is too long: a text of up to 14 MB can go along with a question.', name);
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
