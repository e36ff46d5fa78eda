import * as vscode from 'vscode';
import { agentNamed } from '../../core/interactions/agents';
import type { ModelInfo } from '../../core/interactions/port';
import { isComputerUse } from '../../core/models/computerUse';
import { modelFacts } from '../../core/models/modelFacts';
import { dayOf } from '../../core/models/modelNow';
import { modelLabel } from '../../parts/modelLabel';
import { dayWords, priceWords } from '../strings/models';
import { thinkingWords } from '../strings/thinking';
import { agentItems, isBegunAgent, ownAgentItem } from './agentItems';
import type { ModelItem } from './modelItem';

/** `current`: the model in use. `usual`: the one of the settings. `named`: an id that was typed and fits none of the list. */
export interface ModelChoice {
  readonly current: string;
  readonly usual: string;
  readonly named: string | undefined;
  /** Whether a model was not there when it was asked. */
  readonly isGone?: (model: string) => boolean;
  /** Left out: it has answered already. */
  readonly without?: string | undefined;
  /** Whether an agent may be chosen as well. Absent: models alone. */
  readonly agents?: { readonly isPrivate: boolean } | undefined;
}

/** What was typed, where it may be the id of a model that is not listed: it fits none of those. */
export function namedModel(typed: string, models: readonly ModelInfo[]): string | undefined {
  const words = typed.trim().toLowerCase();
  const fits = models.some(({ id }) => id.includes(words) || modelLabel(id).toLowerCase().includes(words));
  return words === '' || fits ? undefined : typed.trim();
}

/** The list of models in groups: those that most people want, then the others; and what was typed, if it is none of them. */
export function modelItems(
  models: readonly ModelInfo[],
  choice: ModelChoice,
  setDefault: vscode.QuickInputButton,
): readonly ModelItem[] {
  const { current, usual, named, without, agents, isGone } = choice;
  const listed = models.filter(({ id }) => id !== without);
  const item = (id: string, model?: ModelInfo): ModelItem => ({
    id,
    label: id === current ? `$(check) ${modelLabel(id)}` : modelLabel(id),
    description: id === usual ? vscode.l10n.t('{0} · default', id) : id,
    ...detailOf(id, model, isGone?.(id) === true),
    // Commands for code ask the default model.
    ...(id !== usual && without === undefined && !model?.draws && { buttons: [setDefault] }),
  });
  const newest = newestIds(listed.map(({ id }) => id));
  const recommended = listed.filter(({ id }) => id === usual || newest.has(id));
  const others = listed.filter((model) => !recommended.includes(model) && !model.draws);
  const drawing = listed.filter((model) => !recommended.includes(model) && model.draws);
  const isListed = (id: string) => models.some((model) => model.id === id);
  const isModel = agentNamed(current) === undefined;
  const own = isModel && current !== without && !isListed(current) ? [item(current)] : [];
  return [
    ...own,
    ...group(
      vscode.l10n.t('Recommended'),
      recommended.map((model) => item(model.id, model)),
    ),
    ...(agents ? group(vscode.l10n.t('Agents'), agentItems(current, agents.isPrivate)) : []),
    ...group(
      vscode.l10n.t('Other models'),
      others.toReversed().map((model) => item(model.id, model)),
    ),
    ...group(
      vscode.l10n.t('Models that make images'),
      drawing.toReversed().map((model) => item(model.id, model)),
    ),
    ...namedItems(named, agents !== undefined),
  ];
}

/** What was typed may be the id of a model or of an agent: only the user knows. */
function namedItems(named: string | undefined, mayBeAgent: boolean): readonly ModelItem[] {
  if (named === undefined) return [];
  if (isComputerUse(named)) return [noComputerUse()];
  const model = { id: named, label: vscode.l10n.t('Use {0}', named), alwaysShow: true };
  if (!mayBeAgent) return [model];
  // The row of the agent is there.
  if (isBegunAgent(named)) return [];
  return agentNamed(named) === undefined ? [model, ownAgentItem(named)] : [ownAgentItem(named)];
}

/** Can't be chosen. */
function noComputerUse(): ModelItem {
  return {
    label: vscode.l10n.t('Computer use isn’t offered here'),
    detail: vscode.l10n.t('What such a model does on a screen could not be shown safely. Choose another model.'),
    alwaysShow: true,
  };
}

function group(label: string, items: readonly ModelItem[]): readonly ModelItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

/** Of each size the newest, and the names that always lead there. */
function newestIds(ids: readonly string[]): ReadonlySet<string> {
  const newest = new Map<string, { readonly id: string; readonly version: number }>();
  for (const id of ids) {
    const [, number, size] = /^gemini-(?:(\d+(?:\.\d+)?)-)?(pro|flash|flash-lite)(?:-preview|-latest)?$/.exec(id) ?? [];
    if (size === undefined) continue;
    const version = number ? Number(number) : Number.POSITIVE_INFINITY;
    if (version > (newest.get(size)?.version ?? -1)) newest.set(size, { id, version });
  }
  return new Set([...newest.values()].map(({ id }) => id));
}

function detailOf(id: string, model: ModelInfo | undefined, isGone: boolean): { readonly detail?: string } {
  const words = [
    ...(isGone ? [vscode.l10n.t('Not there for your key when it was last asked')] : []),
    ...(model && model.inputTokenLimit > 0 ? [contextWords(model.inputTokenLimit)] : []),
    ...fateWords(id, dayOf(Date.now())),
    ...abilityWords(id),
  ];
  return words.length > 0 ? { detail: words.join(' · ') } : {};
}

/** Which levels of thinking a model has, and what it takes, where that is known. A retired one has its successor's. */
function abilityWords(id: string): readonly string[] {
  const facts = modelFacts(id);
  if (!facts || facts.replacedBy !== undefined) return [];
  const { thinking, inputs } = facts;
  const [least, most] = [thinking.at(0), thinking.at(-1)].map((level) => level && thinkingWords(level).label);
  return [
    ...(least && most ? [vscode.l10n.t('Thinking: {0} to {1}', least, most)] : []),
    ...(inputs?.join() === 'image' ? [vscode.l10n.t('Takes text and images')] : []),
  ];
}

/** What a model costs on a day, as far as it is known, and what becomes of it. */
function fateWords(id: string, day: string): readonly string[] {
  const { retires, replacedBy } = modelFacts(id) ?? {};
  if (replacedBy !== undefined) {
    if (retires === undefined) return [vscode.l10n.t('Retired: {0} answers', modelLabel(replacedBy))];
    const [name, on] = [modelLabel(replacedBy), dayWords(retires)];
    return retires <= day
      ? [vscode.l10n.t('Retired on {0}: {1} answers', on, name)]
      : [vscode.l10n.t('Replaced by {0} from {1}', name, on)];
  }
  const price = priceWords(id, day);
  return price === undefined ? [] : [price];
}

function contextWords(tokens: number): string {
  return vscode.l10n.t('Reads up to {0} tokens', tokens.toLocaleString(vscode.env.language));
}
