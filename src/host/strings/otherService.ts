import * as vscode from 'vscode';
import { isLoopback } from '../settings/baseUrl';

/** What answers in the place of Gemini, in the status bar. Another service must not pass for Google's. */
export function otherServiceLabel(url: URL): string {
  return isLoopback(url) ? vscode.l10n.t('Gemini (local test)') : vscode.l10n.t('Gemini ({0})', url.host);
}

/** The same as a line above the chat. */
export function otherServiceNotice(url: URL): string {
  return isLoopback(url)
    ? vscode.l10n.t('Local test server: answers come from {0}, not from Gemini.', url.host)
    : vscode.l10n.t('Answers come from {0}, not from Google.', url.host);
}
