import * as vscode from 'vscode';
import { type FindTarget, findTargets, redirectsIn, withTargets } from '../../core/research/report/redirects';

/** "Show Addresses of Sources": the report gets the addresses of the pages in place of Google's, and keeps them. */
export async function showAddresses(report: vscode.Uri, find: FindTarget): Promise<void> {
  const read = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(report));
  const redirects = redirectsIn(await read());
  if (redirects.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The sources of this report have their own addresses.'));
    return;
  }
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Asking Google where the sources lead. The pages themselves are not asked.'),
    cancellable: true,
  };
  const targets = await vscode.window.withProgress(progress, (_report, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return findTargets(redirects, find, stop.signal);
  });
  // It may have changed in the meantime.
  if (targets.size > 0) {
    await vscode.workspace.fs.writeFile(report, new TextEncoder().encode(withTargets(await read(), targets)));
  }
  const left = redirects.length - targets.size;
  void vscode.window.showInformationMessage(
    left === 0
      ? vscode.l10n.t('All sources have their own addresses now.')
      : vscode.l10n.t(
          '{0} of {1} addresses were found. Google keeps the others for a month only.',
          targets.size,
          redirects.length,
        ),
  );
}
