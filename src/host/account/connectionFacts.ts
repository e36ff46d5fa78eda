import * as vscode from 'vscode';
import { proxyFromEnvironment } from '../platform/environment';
import { isThisMachine } from '../settings/baseUrl';

/** How VS Code's settings send a request on its way, in words. What the user can change is named by its setting. */
export function connectionFacts(origin: string): readonly string[] {
  return [vscode.l10n.t('Route: {0}', proxyRoute(new URL(origin))), vscode.l10n.t('Certificates: {0}', certificates())];
}

function proxyRoute(url: URL): string {
  const http = vscode.workspace.getConfiguration('http');
  if (isThisMachine(url.hostname)) return vscode.l10n.t('direct (this computer)');
  if (http.get<unknown>('fetchAdditionalSupport') === false)
    return vscode.l10n.t('direct (http.fetchAdditionalSupport is off)');
  if (http.get<unknown>('proxySupport') === 'off') return vscode.l10n.t('direct (http.proxySupport is off)');
  const configured = http.get<unknown>('proxy');
  if (typeof configured === 'string' && configured !== '') {
    return vscode.l10n.t('through the proxy {0} of the setting http.proxy', hostOf(configured));
  }
  const inherited = proxyFromEnvironment();
  if (inherited !== undefined)
    return vscode.l10n.t('through the proxy {0} of the variable HTTPS_PROXY', hostOf(inherited));
  return vscode.l10n.t('system proxy settings, otherwise direct');
}

function certificates(): string {
  const http = vscode.workspace.getConfiguration('http');
  if (http.get<unknown>('proxyStrictSSL') === false) return vscode.l10n.t('not checked (http.proxyStrictSSL is off)');
  return http.get<unknown>('systemCertificates') === false
    ? vscode.l10n.t('those that came with VS Code (http.systemCertificates is off)')
    : vscode.l10n.t('this system’s and those that came with VS Code');
}

/** A proxy's address may hold a user name and a password; only its host is shown. */
function hostOf(address: string): string {
  const text = address.includes('://') ? address : `http://${address}`;
  return URL.canParse(text) ? new URL(text).host : vscode.l10n.t('(invalid address)');
}
