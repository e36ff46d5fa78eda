import * as vscode from 'vscode';
import type { GitRepository } from './gitApi';

/**
 * The repository that is meant: the one whose title bar was clicked, the only one, or the one the user chooses. Undefined:
 * there is none, or none was chosen; what there is to say about it has been said.
 */
export async function chooseRepository(
  repositories: readonly GitRepository[],
  sourceControl: unknown,
): Promise<GitRepository | undefined> {
  const root = rootOf(sourceControl);
  const meant = repositories.find(({ rootUri }) => rootUri.toString() === root);
  if (meant) return meant;
  if (repositories.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no Git repository in this window.'));
    return undefined;
  }
  if (repositories.length === 1) return repositories[0];
  const items = [...repositories]
    .sort((a, b) => Number(b.ui.selected) - Number(a.ui.selected))
    .map((repository) => ({
      label: `$(repo) ${nameOf(repository)}`,
      description: repository.state.HEAD?.name ?? '',
      detail: describe(repository),
      repository,
    }));
  const choice = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Generate Commit Message'),
    placeHolder: vscode.l10n.t('Choose a repository'),
    matchOnDetail: true,
  });
  return choice?.repository;
}

function nameOf({ rootUri }: GitRepository): string {
  return rootUri.path.split('/').at(-1) ?? rootUri.path;
}

function describe({ state }: GitRepository): string {
  const staged = state.indexChanges.length;
  const others = state.workingTreeChanges.length + (state.untrackedChanges?.length ?? 0);
  return vscode.l10n.t('{0} staged, {1} other changes', staged, others);
}

/** VS Code passes the `SourceControl` of the title bar that was clicked. */
function rootOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('rootUri' in value)) return undefined;
  return value.rootUri instanceof vscode.Uri ? value.rootUri.toString() : undefined;
}
