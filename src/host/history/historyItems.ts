import * as vscode from 'vscode';
import type { ChatSummary } from '../../core/conversation/savedChat';
import { plainLabel } from '../base/plainLabel';
import { type AgeGroup, ageGroup, relativeAge } from './chatAge';
import type { HistoryRow } from './historyRows';
import { plainLine } from './plainLine';

/** A line of the history: a chat, something to do, or words alone. */
export interface HistoryItem extends vscode.QuickPickItem {
  readonly chat?: ChatSummary;
  readonly action?: 'listAgain' | 'recover';
}

/** What of the window marks the chats in the list. */
export interface HistorySurroundings {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly shownChatId: string;
  readonly runningChatIds: ReadonlySet<string>;
  /** URI of what is open in this window. */
  readonly workspaceUri: string | undefined;
}

export interface ChatButtons {
  readonly rename: vscode.QuickInputButton;
  readonly export: vscode.QuickInputButton;
  readonly delete: vscode.QuickInputButton;
}

export function chatButtons(): ChatButtons {
  return {
    rename: { iconPath: new vscode.ThemeIcon('edit'), tooltip: vscode.l10n.t('Rename') },
    export: { iconPath: new vscode.ThemeIcon('export'), tooltip: vscode.l10n.t('Export…') },
    delete: { iconPath: new vscode.ThemeIcon('trash'), tooltip: vscode.l10n.t('Delete') },
  };
}

/** A long list is slow to send at each key press, and people do not read it: what lies beyond is found by typing. */
const mostChats = 500;

/** The list as it is shown, with a line above each part of it. */
export function historyItems(
  rows: readonly HistoryRow[],
  around: HistorySurroundings,
  buttons: ChatButtons,
): readonly HistoryItem[] {
  const items: HistoryItem[] = [];
  let group: AgeGroup | undefined;
  for (const row of rows.slice(0, mostChats)) {
    const next = ageGroup(row.chat.updatedAt, around.now);
    if (next !== group) items.push({ label: groupLabel(next), kind: vscode.QuickPickItemKind.Separator });
    group = next;
    items.push({ ...chatItem(row, around), buttons: [buttons.rename, buttons.export, buttons.delete] });
  }
  const more = rows.length - mostChats;
  if (more > 0) items.push(wordsItem(vscode.l10n.t('{0} more. Type to find them.', more)));
  return items;
}

/** A chat as it stands in lists, without buttons. */
export function chatItem({ chat, line }: HistoryRow, around: HistorySurroundings): HistoryItem {
  const isElsewhere = chat.workspace !== undefined && chat.workspace.uri !== around.workspaceUri;
  const facts = [
    relativeAge(chat.updatedAt, around.now, vscode.env.language),
    isElsewhere ? chat.workspace.name : '',
    conditionWords(chat),
  ];
  return {
    chat,
    label: [...marksOf(chat, around), plainLabel(chat.title) || vscode.l10n.t('Chat without a title')].join(' '),
    description: plainLabel(facts.filter(Boolean).join(' · ')),
    detail: plainLabel(plainLine(line)) || ' ',
    // What fits the query is decided here, and not by VS Code, which knows no text of the chats.
    alwaysShow: true,
  };
}

/** Offers to bring back chats whose files are lost. */
export function recoverItem(count: number): HistoryItem {
  return {
    label: `$(cloud-download) ${count === 1 ? vscode.l10n.t('Recover 1 Chat from Google…') : vscode.l10n.t('Recover {0} Chats from Google…', count)}`,
    detail: vscode.l10n.t('Google still stores chats whose files are no longer on this computer.'),
    alwaysShow: true,
    action: 'recover',
  };
}

/** A line that only tells something. */
export function wordsItem(label: string): HistoryItem {
  return { label, alwaysShow: true };
}

function marksOf(chat: ChatSummary, { shownChatId, runningChatIds }: HistorySurroundings): readonly string[] {
  const isShown = chat.id === shownChatId;
  return [
    ...(runningChatIds.has(chat.id) ? ['$(sync~spin)'] : isShown ? ['$(check)'] : []),
    ...(chat.isPrivate ? ['$(lock)'] : []),
  ];
}

function conditionWords({ condition }: ChatSummary): string {
  switch (condition) {
    case 'whole':
      return '';
    case 'damaged':
      return vscode.l10n.t('partly unreadable');
    case 'newer':
      return vscode.l10n.t('written by a newer version');
  }
}

function groupLabel(group: AgeGroup): string {
  switch (group) {
    case 'today':
      return vscode.l10n.t('Today');
    case 'yesterday':
      return vscode.l10n.t('Yesterday');
    case 'lastWeek':
      return vscode.l10n.t('Last 7 Days');
    case 'older':
      return vscode.l10n.t('Older');
  }
}
