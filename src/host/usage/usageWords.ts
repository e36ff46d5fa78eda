import * as vscode from 'vscode';
import { type Purpose, purposes } from '../../core/interactions/purpose';
import { dayWords } from '../strings/models';
import type { UsageWords } from './usageDocument';

/** What the page says, in the user's language. `checkedOn`: the day of the prices, as in `2026-11-28`. */
export function usageWords(checkedOn: string): UsageWords {
  return {
    title: vscode.l10n.t('Usage and Cost'),
    about: vscode.l10n.t(
      'Counted on this computer, by Google’s prices as of {0}. Searches and free quotas are not in the amounts: what Google bills is what counts.',
      dayWords(checkedOn),
    ),
    prices: vscode.l10n.t('Prices at Google'),
    spend: vscode.l10n.t('Spending and Caps at Google'),
    settings: vscode.l10n.t('Set a Budget'),
    refresh: vscode.l10n.t('Refresh'),
    none: vscode.l10n.t('Nothing has been used yet. Ask a question, and it shows here.'),
    budget: (used, budget, share) =>
      vscode.l10n.t('{0} of today’s budget of {1} is used ({2} %).', used, budget, share),
    totals: vscode.l10n.t('Totals'),
    period: vscode.l10n.t('Period'),
    chat: vscode.l10n.t('This chat'),
    today: vscode.l10n.t('Today'),
    month: vscode.l10n.t('This month'),
    byDay: vscode.l10n.t('By day, last 30 days'),
    day: vscode.l10n.t('Day'),
    byModel: vscode.l10n.t('By model, last 30 days'),
    model: vscode.l10n.t('Model'),
    byCommand: vscode.l10n.t('By command, last 30 days'),
    command: vscode.l10n.t('Command'),
    requests: vscode.l10n.t('Requests'),
    input: vscode.l10n.t('Input'),
    cached: vscode.l10n.t('Cached'),
    thoughts: vscode.l10n.t('Thoughts'),
    output: vscode.l10n.t('Output'),
    tools: vscode.l10n.t('Tools'),
    searches: vscode.l10n.t('Searches'),
    cost: vscode.l10n.t('Cost, about'),
    unpriced: (count) => vscode.l10n.t('{0} without a known price', count),
    unknownModel: vscode.l10n.t('Not known'),
    dayName: dayWords,
    purposeName: (name) => {
      const purpose = purposes.find((known) => known === name);
      return purpose === undefined ? name : purposeWords(purpose);
    },
  };
}

function purposeWords(purpose: Purpose): string {
  switch (purpose) {
    case 'chat':
      return vscode.l10n.t('Chat');
    case 'compare':
      return vscode.l10n.t('Compare with Another Model');
    case 'review':
      return vscode.l10n.t('Review');
    case 'title':
      return vscode.l10n.t('Names of chats');
    case 'edit':
      return vscode.l10n.t('Edit');
    case 'refactor':
      return vscode.l10n.t('Refactor');
    case 'fix':
      return vscode.l10n.t('Fix');
    case 'document':
      return vscode.l10n.t('Document');
    case 'writeTests':
      return vscode.l10n.t('Write Tests');
    case 'refine':
      return vscode.l10n.t('Refine');
    case 'commit':
      return vscode.l10n.t('Commit messages');
    case 'terminal':
      return vscode.l10n.t('Fix Last Terminal Command');
    case 'extract':
      return vscode.l10n.t('Extract as JSON');
    case 'research':
      return vscode.l10n.t('Deep Research');
    case 'citations':
      return vscode.l10n.t('Check Citations');
    case 'replay':
      return vscode.l10n.t('Replay with Changes');
  }
}
