import * as vscode from 'vscode';
import type { CutChanges } from '../../core/commit/cutChanges';
import type { NamedOnly } from '../../core/commit/fileChange';
import type { Situation } from '../../core/commit/situation';
import type { GitRepository } from './gitApi';

/** How many files are named in a notice. */
const mostNames = 3;
/** How long a line stands in the status bar. Milliseconds. */
const shown = 10_000;

/** Says why no message can be written now. False: one can. */
export function tellObstacle({ state }: GitRepository): boolean {
  if (state.mergeChanges.length > 0) {
    void vscode.window.showInformationMessage(conflictWords(state.mergeChanges.length));
    return true;
  }
  const changes = [...state.indexChanges, ...state.workingTreeChanges, ...(state.untrackedChanges ?? [])];
  if (changes.length > 0) return false;
  void vscode.window.showInformationMessage(vscode.l10n.t('Nothing to commit: no files have changed.'));
  return true;
}

/** Says why there is no repository to look at. */
export function tellNoGit(): undefined {
  if (vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Git is turned off in VS Code. Turn on the setting git.enabled.'),
    );
    return;
  }
  const manage = vscode.l10n.t('Manage Trust');
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t('Git is turned off in untrusted folders, so there are no changes to describe.'),
      manage,
    )
    .then((choice) => choice === manage && vscode.commands.executeCommand('workbench.trust.manage'));
}

/** Says that a message was given up because the user writes one. */
export function tellTyping(): undefined {
  vscode.window.setStatusBarMessage(vscode.l10n.t('You typed in the message box, so your text stays.'), shown);
}

/** What the user should know of a message that is there: what Gemini has not seen of the changes, and where HEAD stands. */
export function tellWritten(sent: CutChanges, situation: Situation): void {
  const cut = sent.shown.filter(({ linesLeftOut }) => linesLeftOut > 0).map(({ file }) => file.path);
  const missing = sent.named.filter(({ why }) => worthTelling.has(why)).map(({ path }) => path);
  const all = [...cut, ...missing];
  const names = all.slice(0, mostNames).join(', ') + (all.length > mostNames ? ', …' : '');
  if (all.length > 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'The message is based on part of the changes. Files cut: {0}. Files only named: {1} ({2}).',
        cut.length,
        missing.length,
        names,
      ),
    );
  }
  vscode.window.setStatusBarMessage(situationWords(situation), shown);
}

/** Nobody expects pictures and lock files to be read. */
const worthTelling: ReadonlySet<NamedOnly> = new Set<NamedOnly>(['large', 'tooMany', 'heldBack', 'unreadable']);

function situationWords({ source, branch, isFirst, merging }: Situation): string {
  if (merging !== undefined) return vscode.l10n.t('The message is written for the merge.');
  if (isFirst) return vscode.l10n.t('The first commit: there is no history to take the style from.');
  if (branch === undefined) return vscode.l10n.t('HEAD is detached: this commit will be on no branch.');
  return source === 'staged'
    ? vscode.l10n.t('The message is written for the staged changes.')
    : vscode.l10n.t('Nothing is staged, so the message is written for all changes.');
}

function conflictWords(files: number): string {
  return files === 1
    ? vscode.l10n.t('There are conflicts in 1 file. Resolve and stage it first.')
    : vscode.l10n.t('There are conflicts in {0} files. Resolve and stage them first.', files);
}
