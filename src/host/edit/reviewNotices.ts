import * as vscode from 'vscode';
import type { Hunk } from '../../core/editing/review/hunks';
import type { Review, WritingEnd } from './review';
import type { WriteResult } from './writeHunks';

/** How long a line in the status bar stays, in milliseconds. */
const lineMs = 5_000;

/** After the writing: what the user would not see by looking at the comparison. */
export function tellEnd(review: Review, end: WritingEnd): void {
  if (end === 'unchanged') {
    void vscode.window.showInformationMessage(vscode.l10n.t('{0} already contains this code.', review.target.name));
  } else if (end === 'incomplete') {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Stopped. The proposal for {0} is incomplete.', review.target.name),
    );
  } else if (end === 'ready') {
    tellHiddenSpace(review.changes.left);
  }
}

/** VS Code's comparison leaves out what changes white space alone, unless it is told not to. */
function tellHiddenSpace(hunks: readonly Hunk[]): void {
  const hidden = hunks.filter(({ whitespaceOnly }) => whitespaceOnly).length;
  if (hidden === 0 || !vscode.workspace.getConfiguration('diffEditor').get<boolean>('ignoreTrimWhitespace')) return;
  const show = vscode.l10n.t('Show Them');
  const message =
    hidden === hunks.length
      ? vscode.l10n.t('All changes of this proposal ({0}) are whitespace only, which the comparison hides.', hidden)
      : vscode.l10n.t('{0} of {1} changes are whitespace only, which the comparison hides.', hidden, hunks.length);
  void vscode.window.showInformationMessage(message, show).then((choice) => {
    if (choice === show) void vscode.commands.executeCommand('toggle.diff.ignoreTrimWhitespace');
  });
}

/** Asks where accepting needs a second look. `isAll`: by "Accept All Changes". False: do not accept. */
export async function mayAccept(review: Review, hunks: readonly Hunk[], isAll: boolean): Promise<boolean> {
  const hidden = review.changes.hiddenIn(hunks);
  const reasons = [
    ...(isAll && review.isIncomplete ? [vscode.l10n.t('This proposal is incomplete: it was cut off.')] : []),
    ...(hidden > 0
      ? [
          vscode.l10n.t(
            'It adds invisible characters ({0}). They can make code do something other than it appears to.',
            hidden,
          ),
        ]
      : []),
  ];
  if (reasons.length === 0) return true;
  const accept = vscode.l10n.t('Accept');
  const message = vscode.l10n.t('Accept this change to {0} anyway?', review.target.name);
  const detail = reasons.join('\n\n');
  return (await vscode.window.showWarningMessage(message, { modal: true, detail }, accept)) === accept;
}

/** Says what was written and what was not. `copied` is the text for who wants to put it in by hand. */
export function tellWritten(review: Review, result: WriteResult, copied: string): void {
  if (result.kind !== 'written') warn(refusalOf(review, result.kind), copied);
  else if (result.refused.length > 0) tellPartly(review, result.refused.length, copied);
  else tellAll(review, result);
}

function refusalOf({ target }: Review, kind: Exclude<WriteResult['kind'], 'written'>): string {
  switch (kind) {
    case 'refused':
      return vscode.l10n.t(
        'The code in {0} has changed, so the proposal wasn’t applied. You can copy it.',
        target.name,
      );
    case 'gone':
      return vscode.l10n.t('{0} no longer exists, so the proposal wasn’t applied. You can copy it.', target.name);
    case 'notTaken':
      return vscode.l10n.t(
        '{0} couldn’t be changed. Check that it’s writable, then try again, or copy the proposal.',
        target.name,
      );
  }
}

function tellAll(review: Review, { takeBack }: Extract<WriteResult, { kind: 'written' }>): void {
  const message = appliedWords(review);
  if (review.changes.left.length > 0) {
    vscode.window.setStatusBarMessage(message, lineMs);
    return;
  }
  const undo = vscode.l10n.t('Undo');
  void vscode.window.showInformationMessage(message, undo).then(async (choice) => {
    if (choice !== undo || (await takeBack())) return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t('{0} has changed since. Use Undo in its editor.', review.target.name),
    );
  });
}

function appliedWords({ changes, target }: Review): string {
  const { applied, offered } = changes.progress;
  if (offered === 1) return vscode.l10n.t('Applied the change to {0}.', target.name);
  return vscode.l10n.t('Applied {0} of {1} changes to {2}.', applied, offered, target.name);
}

function tellPartly(review: Review, refused: number, copied: string): void {
  const rest =
    refused === 1
      ? vscode.l10n.t('One change wasn’t applied because the code there has changed. It is still in the comparison.')
      : vscode.l10n.t(
          '{0} changes weren’t applied because the code there has changed. They are still in the comparison.',
          refused,
        );
  warn(`${appliedWords(review)} ${rest}`, copied);
}

function warn(message: string, copied: string): void {
  const copy = vscode.l10n.t('Copy Proposal');
  void vscode.window.showWarningMessage(message, copy).then((choice) => {
    if (choice === copy) void vscode.env.clipboard.writeText(copied);
  });
}
