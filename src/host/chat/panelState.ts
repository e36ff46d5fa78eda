import * as vscode from 'vscode';
import type { PanelState } from '../../protocol';
import type { ApiKey } from '../apiKey';
import { isLoopback, readModel } from '../settings';

/** What the panel shows around the conversation. */
export function panelState(apiKey: ApiKey): PanelState {
  const notice = noticeOf(apiKey);
  return { key: apiKey.state, model: readModel(), ...(notice !== undefined && { notice }) };
}

/** Nobody should mistake another service for Google's. */
function noticeOf(apiKey: ApiKey): string | undefined {
  const { t } = vscode.l10n;
  if (!apiKey.baseUrl.ok) return t('The base URL in the settings cannot be used.');
  if (!apiKey.isElsewhere) return undefined;
  const url = new URL(apiKey.origin);
  return isLoopback(url)
    ? t('Local test server: answers come from {0}, not from Gemini.', url.host)
    : t('Answers come from {0}, not from Google.', url.host);
}
