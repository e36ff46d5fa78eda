import * as vscode from 'vscode';

/**
 * Opens a web address that came from a model. Only http and https, spelt in ASCII so that a look-alike host shows; VS
 * Code then asks before it leaves for a host the user has not trusted.
 */
export async function openLink(address: string): Promise<void> {
  if (!URL.canParse(address)) return;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return;
  await vscode.env.openExternal(vscode.Uri.parse(url.href, true));
}
