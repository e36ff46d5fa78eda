import * as vscode from 'vscode';
import type { CommandId } from '../../manifest';
import type { AccountState } from '../../protocol/state';
import type { BaseUrl } from '../settings/baseUrl';
import { keyStateWords } from '../strings/keyState';
import { otherServiceLabel } from '../strings/otherService';

/** What the status-bar item tells. */
export interface StatusFacts {
  readonly key: AccountState['key'];
  readonly baseUrl: BaseUrl;
  readonly isElsewhere: boolean;
  /** The service could not be reached when it was last asked. */
  readonly isOffline: boolean;
  /** The model of the settings. */
  readonly model: string;
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
  item.text = `${iconOf(facts)} ${label}`;
  item.tooltip = line;
  item.accessibilityInformation = { label: `${label}. ${line}` };
}

function statusLine(facts: StatusFacts): string {
  if (facts.running.length > 0) return facts.running.join(' · ');
  if (needsKey(facts)) return keyStateWords(facts.key);
  if (facts.isOffline) return vscode.l10n.t('Offline: Gemini can’t be reached. Click for commands.');
  return vscode.l10n.t('Gemini: ready ({0}). Click for commands.', facts.model);
}

function iconOf(facts: StatusFacts): string {
  if (facts.running.length > 0) return '$(loading~spin)';
  if (needsKey(facts)) return '$(key)';
  return facts.isOffline ? '$(debug-disconnect)' : '$(sparkle)';
}

function needsKey({ key }: StatusFacts): boolean {
  return key === 'missing' || key === 'unreadable';
}

function labelOf({ baseUrl, isElsewhere }: StatusFacts): string {
  if (!baseUrl.ok || !isElsewhere) return vscode.l10n.t('Gemini');
  return otherServiceLabel(new URL(baseUrl.origin));
}
