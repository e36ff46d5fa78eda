import * as vscode from 'vscode';

/** Whether a part of an answer is there. Undefined: what broke off is no answer of a chat, or it is not known. */
type HasPartial = boolean | undefined;

export function lostSentence(hasPartial: HasPartial): string {
  switch (hasPartial) {
    case true:
      return vscode.l10n.t('The connection was lost. What arrived was kept; retrying may be billed again.');
    case false:
      return vscode.l10n.t('The connection was lost before an answer arrived. Retrying may be billed again.');
    case undefined:
      return vscode.l10n.t('The connection was lost. Retrying may be billed again.');
  }
}

export function sleptSentence(hasPartial: HasPartial): string {
  return hasPartial === false
    ? vscode.l10n.t('Your computer went to sleep before an answer arrived. Retrying may be billed again.')
    : vscode.l10n.t('Your computer went to sleep during this answer. The partial answer was kept.');
}

export function interruptedSentence(hasPartial: HasPartial): string {
  return hasPartial === false
    ? vscode.l10n.t('The window was closed before an answer arrived. Retrying may be billed again.')
    : vscode.l10n.t(
        'The window was closed before the answer finished. The partial answer was kept; retrying may be billed again.',
      );
}
