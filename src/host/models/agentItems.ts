import * as vscode from 'vscode';
import { agentNamed, antigravity, nameOfAgent, usualCostOfTask } from '../../core/interactions/agents';
import { agentOf } from '../../core/research/job/agents';
import { amountText } from '../../parts/amount';
import { modelLabel } from '../../parts/modelLabel';
import type { ModelItem } from './modelItem';

/** Stands for Deep Research in the list: which of its agents works is asked there. */
const researchChoice = 'deep-research';

/** The agents that can be chosen in place of a model. `isPrivate`: nothing may be stored, and agents need that. */
export function agentItems(current: string, isPrivate: boolean): readonly ModelItem[] {
  const chosen = agentNamed(current) !== undefined && current !== antigravity ? [current] : [];
  return [
    { ...itemOf(antigravity, current), detail: isPrivate ? notPrivate() : aboutAntigravity() },
    ...chosen.map((name) => itemOf(name, current)),
    { id: researchChoice, label: `${modelLabel(researchChoice)}…`, detail: aboutResearch() },
  ];
}

/** Whether what was typed is the beginning of an agent that is in the list. */
export function isBegunAgent(typed: string): boolean {
  const words = typed.toLowerCase().replaceAll(' ', '-');
  return antigravity.startsWith(words) || researchChoice.startsWith(words);
}

/** An agent of the user's project, by the id that was typed. */
export function ownAgentItem(typed: string): ModelItem {
  const id = agentNamed(typed) ?? typed;
  return { id: nameOfAgent(id), label: vscode.l10n.t('Use the agent {0}', id), alwaysShow: true };
}

function itemOf(id: string, current: string): ModelItem {
  return { id, label: id === current ? `$(check) ${modelLabel(id)}` : modelLabel(id), description: id };
}

function aboutAntigravity(): string {
  return vscode.l10n.t(
    'Runs commands and writes files in a sandbox at Google. Usually {0} a task',
    range(usualCostOfTask),
  );
}

function aboutResearch(): string {
  const { least } = agentOf('fast').usually;
  const { most } = agentOf('max').usually;
  return vscode.l10n.t('Reads the web for minutes and writes a report. Usually costs {0}', range({ least, most }));
}

function notPrivate(): string {
  return vscode.l10n.t('Not in this private chat: an agent’s work is stored at Google');
}

function range({ least, most }: { readonly least: number; readonly most: number }): string {
  return vscode.l10n.t('{0} to {1}', amountText(least, vscode.env.language), amountText(most, vscode.env.language));
}
