import * as vscode from 'vscode';
import { proxyFromEnvironment } from '../platform/environment';
import { isThisMachine } from '../settings/baseUrl';

/** How VS Code's settings send a request on its way, in words. What the user can change is named by its setting. */
export function connectionFacts(origin: string): readonly string[] {
  const { t } = vscode.l10n;
  return [t('Way: {0}', wayTo(new URL(origin))), t('Certificates: {0}', certificates())];
}

function wayTo(url: URL): string {
  const { t } = vscode.l10n;
  const http = vscode.workspace.getConfiguration('http');
  if (isThisMachine(url.hostname)) return t('direct, within this machine');
  if (http.get<unknown>('fetchAdditionalSupport') === false) return t('direct (http.fetchAdditionalSupport is off)');
  if (http.get<unknown>('proxySupport') === 'off') return t('direct (http.proxySupport is off)');
  const configured = http.get<unknown>('proxy');
  if (typeof configured === 'string' && configured !== '') {
    return t('through the proxy {0} of the setting http.proxy', hostOf(configured));
  }
  const inherited = proxyFromEnvironment();
  if (inherited !== undefined) return t('through the proxy {0} of the variable HTTPS_PROXY', hostOf(inherited));
  return t('as this system’s proxy settings say, else direct');
}

function certificates(): string {
  const { t } = vscode.l10n;
  const http = vscode.workspace.getConfiguration('http');
  if (http.get<unknown>('proxyStrictSSL') === false) return t('not checked (http.proxyStrictSSL is off)');
  return http.get<unknown>('systemCertificates') === false
    ? t('those that came with VS Code (http.systemCertificates is off)')
    : t('this system’s and those that came with VS Code');
}

/** A proxy's address may hold a user name and a password; only its host is shown. */
function hostOf(address: string): string {
  const text = address.includes('://') ? address : `http://${address}`;
  return URL.canParse(text) ? new URL(text).host : vscode.l10n.t('(not an address)');
}
