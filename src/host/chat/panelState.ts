import * as vscode from 'vscode';
import type { PanelState } from '../../protocol';
import type { ApiKey } from '../apiKey';
import { isLoopback } from '../baseUrl';
import { readModel } from '../settings';

/** What the panel shows around the conversation. */
export function panelState(apiKey: ApiKey): PanelState {
  const notices = [addressNotice(apiKey), trustNotice()].filter((notice) => notice !== undefined);
  const model = readModel();
  const chat = { title: '', isPrivate: false, readOnly: false };
  return { key: apiKey.state, model, ...chat, ...(notices.length > 0 && { notice: notices.join(' ') }) };
}

/** Nobody should mistake another service for Google's. */
function addressNotice(apiKey: ApiKey): string | undefined {
  const { t } = vscode.l10n;
  if (!apiKey.baseUrl.ok) return t('The base URL in the settings cannot be used.');
  if (!apiKey.isElsewhere) return undefined;
  const url = new URL(apiKey.origin);
  return isLoopback(url)
    ? t('Local test server: answers come from {0}, not from Gemini.', url.host)
    : t('Answers come from {0}, not from Google.', url.host);
}

function trustNotice(): string | undefined {
  if (vscode.workspace.isTrusted) return undefined;
  return vscode.l10n.t('Restricted Mode: Gemini gets what you type or select, and reads nothing else of this folder.');
}
