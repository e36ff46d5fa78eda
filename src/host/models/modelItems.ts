import * as vscode from 'vscode';
import type { ModelInfo } from '../../core/interactions/port';
import { modelLabel } from '../../parts/modelLabel';

export interface ModelItem extends vscode.QuickPickItem {
  /** Absent on the lines that part the groups. */
  readonly id?: string;
}

/** `current`: the model in use. `usual`: the one of the settings. `typed`: what is in the box of the list. */
export interface ModelChoice {
  readonly current: string;
  readonly usual: string;
  readonly typed: string;
  /** Left out: it has answered already. */
  readonly without?: string | undefined;
}

/** The list of models in groups: those that most people want, then the others; and what was typed, if it is none of them. */
export function modelItems(
  models: readonly ModelInfo[],
  choice: ModelChoice,
  setDefault: vscode.QuickInputButton,
): readonly ModelItem[] {
  const { current, usual, typed, without } = choice;
  const listed = models.filter(({ id }) => id !== without);
  const item = (id: string, model?: ModelInfo): ModelItem => ({
    id,
    label: id === current ? `$(check) ${modelLabel(id)}` : modelLabel(id),
    description: id === usual ? vscode.l10n.t('{0} · default', id) : id,
    ...(model && model.inputTokenLimit > 0 && { detail: contextWords(model.inputTokenLimit) }),
    ...(id !== usual && without === undefined && { buttons: [setDefault] }),
  });
  const recommended = listed.filter(({ id }) => id === usual || isRecommended(id));
  const others = listed.filter((model) => !recommended.includes(model));
  const isListed = (id: string) => models.some((model) => model.id === id);
  const own = current !== without && !isListed(current) ? [item(current)] : [];
  const named = typed.trim();
  return [
    ...own,
    ...group(
      vscode.l10n.t('Recommended'),
      recommended.map((model) => item(model.id, model)),
    ),
    ...group(
      vscode.l10n.t('Other models'),
      others.toReversed().map((model) => item(model.id, model)),
    ),
    ...(named !== '' && !isListed(named) && named !== current
      ? [{ id: named, label: vscode.l10n.t('Use {0}', named), alwaysShow: true }]
      : []),
  ];
}

function group(label: string, items: readonly ModelItem[]): readonly ModelItem[] {
  return items.length > 0 ? [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items] : [];
}

/** The names that always lead to the newest model of their size. */
function isRecommended(id: string): boolean {
  return /^gemini-(pro|flash|flash-lite)-latest$/.test(id);
}

function contextWords(tokens: number): string {
  return vscode.l10n.t('Reads up to {0} tokens', tokens.toLocaleString(vscode.env.language));
}
