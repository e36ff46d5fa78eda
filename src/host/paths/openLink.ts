import * as vscode from 'vscode';
import type { Log } from '../log/log';

/**
 * Opens a web address that came from a model, after the user has seen all of it, in ASCII, so that a look-alike host and
 * a long query that carries something out show. Anything but http and https is not even asked about.
 */
export async function openLink(address: string, log: Log): Promise<void> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    log.event('link.refused', { scheme: url?.protocol ?? 'none' }, 'warn');
    return;
  }
  const open = vscode.l10n.t('Open');
  const copy = vscode.l10n.t('Copy Address');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('Open this {0} page in your browser?', url.host),
    { modal: true, detail: url.href },
    open,
    copy,
  );
  if (choice === open) await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
  if (choice === copy) await vscode.env.clipboard.writeText(url.href);
}
