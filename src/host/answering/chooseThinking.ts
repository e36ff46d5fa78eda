import * as vscode from 'vscode';
import { thinkingLevelsOf } from '../../core/models/modelFacts';
import type { ThinkingChoice } from '../../parts/answerChoices';
import { modelLabel } from '../../parts/modelLabel';
import { thinkingWords } from '../strings/thinking';

interface ThinkingItem extends vscode.QuickPickItem {
  readonly choice: ThinkingChoice;
}

/** Lets the user choose among the levels that this model has. Undefined: none was chosen. */
export async function chooseThinking(model: string, current: ThinkingChoice): Promise<ThinkingChoice | undefined> {
  const choices: readonly ThinkingChoice[] = ['model', ...thinkingLevelsOf(model)];
  const items = choices.map((choice): ThinkingItem => {
    const { label, detail } = thinkingWords(choice);
    return { choice, label: choice === current ? `$(check) ${label}` : label, detail };
  });
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Thinking'),
    placeHolder: vscode.l10n.t(
      'How long may {0} think before it answers? More takes longer and costs more.',
      modelLabel(model),
    ),
  });
  return chosen?.choice;
}
