import * as vscode from 'vscode';
import type { CommandId } from '../../manifest';
import type { AccountState } from '../../protocol/state';
import { type BaseUrl, isLoopback } from '../settings/baseUrl';
import { keyStateWords } from '../strings/keyState';

/** What the status-bar item tells. */
export interface StatusFacts {
  readonly key: AccountState['key'];
  readonly baseUrl: BaseUrl;
  readonly isElsewhere: boolean;
  /** What is being done right now, in words. */
  readonly running: readonly string[];
}

/** The one status-bar item. A click opens a short menu. */
export function createStatusItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('status', vscode.StatusBarAlignment.Right, 90);
  item.name = vscode.l10n.t('Gemini');
  item.command = 'geminiInteractions.showMenu' satisfies CommandId;
  item.text = `$(sparkle) ${item.name}`;
  item.show();
  return item;
}

export function drawStatus(item: vscode.StatusBarItem, facts: StatusFacts): void {
  const label = labelOf(facts);
  const line = statusLine(facts);
  const icon = facts.running.length > 0 ? '$(loading~spin)' : needsKey(facts) ? '$(key)' : '$(sparkle)';
  item.text = `${icon} ${label}`;
  item.tooltip = line;
  item.accessibilityInformation = { label: `${label}. ${line}` };
}

export function statusLine(facts: StatusFacts): string {
  if (facts.running.length > 0) return facts.running.join(' · ');
  return needsKey(facts) ? keyStateWords(facts.key) : vscode.l10n.t('Ready');
}

function needsKey({ key }: StatusFacts): boolean {
  return key === 'missing' || key === 'unreadable';
}

/** Nobody should mistake another service for Google's. */
function labelOf({ baseUrl, isElsewhere }: StatusFacts): string {
  if (!baseUrl.ok || !isElsewhere) return vscode.l10n.t('Gemini');
  const url = new URL(baseUrl.origin);
  return isLoopback(url) ? vscode.l10n.t('Gemini (local test)') : vscode.l10n.t('Gemini ({0})', url.host);
}
