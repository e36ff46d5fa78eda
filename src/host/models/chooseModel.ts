import * as vscode from 'vscode';
import type { SettingKey } from '../../manifest';
import { settingsSection } from '../../manifest';
import type { ModelCatalog } from './modelCatalog';
import type { ModelItem } from './modelItem';
import { type ModelChoice, modelItems, namedModel } from './modelItems';

export interface ModelQuestion extends Omit<ModelChoice, 'named'> {
  readonly title: string;
  readonly placeHolder: string;
}

/**
 * Lets the user choose a model, from those known at once and those that come while the list is open, or by typing its
 * id. Undefined: none was chosen. `onError` is told where they cannot be listed; what is known stays in the list.
 */
export function chooseModel(
  catalog: ModelCatalog,
  question: ModelQuestion,
  onError: (error: unknown) => void,
): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<ModelItem>();
  const setDefault = { iconPath: new vscode.ThemeIcon('star-empty'), tooltip: vscode.l10n.t('Set as Default') };
  const stop = new AbortController();
  pick.title = question.title;
  pick.placeholder = question.placeHolder;
  pick.matchOnDescription = true;
  pick.busy = true;
  let usual = question.usual;
  let named: string | undefined;
  const draw = () => {
    const active = pick.activeItems[0]?.id ?? question.current;
    pick.items = modelItems(
      catalog.models,
      { ...question, usual, named, isGone: (id) => catalog.isGone(id) },
      setDefault,
    );
    // VS Code makes the first active that fits what was typed. One that does not fit would leave none active.
    const again = pick.value === '' && pick.items.find(({ id }) => id === active);
    if (again) pick.activeItems = [again];
  };
  draw();
  // Enter before the list is there counts for the first one that fits, once it is.
  let isAccepted = false;
  // A list that is drawn while the user types may make one active that no longer fits. VS Code then has none, and Enter
  // takes none, until the list is drawn once more.
  let mended = '';
  const mend = () => {
    if (pick.value === mended || pick.activeItems.length > 0) return;
    mended = pick.value;
    draw();
  };
  pick.onDidChangeValue((value) => {
    isAccepted = false;
    const before = named;
    named = pick.busy ? undefined : namedModel(value, catalog.models);
    // A list that is drawn again moves under the pointer.
    if (named !== before) draw();
    else mend();
  });
  pick.onDidTriggerItemButton(({ item }) => {
    if (item.id === undefined) return;
    usual = item.id;
    draw();
    void saveDefault(item.id);
  });
  void catalog
    .refresh(stop.signal)
    .then(() => {
      pick.busy = false;
      named = namedModel(pick.value, catalog.models);
      draw();
    })
    .catch((error: unknown) => {
      if (stop.signal.aborted) return;
      if (catalog.models.length === 0) pick.hide();
      pick.busy = false;
      draw();
      onError(error);
    });
  return new Promise((resolve) => {
    const choose = (id: string | undefined) => {
      if (id === undefined) return;
      resolve(id);
      pick.hide();
    };
    pick.onDidAccept(() => {
      isAccepted = pick.selectedItems.length === 0;
      choose(pick.selectedItems[0]?.id);
    });
    pick.onDidChangeActive(([first]) => {
      mend();
      if (isAccepted && !pick.busy) choose(first?.id);
    });
    pick.onDidHide(() => {
      stop.abort();
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function saveDefault(id: string): Promise<void> {
  await vscode.workspace
    .getConfiguration(settingsSection)
    .update('model' satisfies SettingKey, id, vscode.ConfigurationTarget.Global);
}
