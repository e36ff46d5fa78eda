import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import { answererOf } from '../../core/conversation/turn';
import { modelLabel } from '../../parts/modelLabel';
import { chooseModel } from '../models/chooseModel';
import type { ChatTabs } from '../panel/chatTabs';
import type { Services } from '../services';
import { readModel } from '../settings/settings';

export interface CompareAnswerParts {
  readonly chats: Chats;
  readonly tabs: ChatTabs;
  readonly models: Services['models'];
  readonly apiKey: Services['apiKey'];
  readonly onError: Services['onError'];
}

/**
 * "Compare with Another Model…": asks a question once more, of another model and from the same point. In one chat one
 * answer is written at a time, so the other is a chat of its own, in a tab beside: both can be read, and both can go on.
 */
export class CompareAnswer {
  constructor(private readonly parts: CompareAnswerParts) {}

  /** Without `turnId` it is the last question. */
  async run(session: ChatSession, turnId?: string): Promise<void> {
    const { chats, tabs, apiKey } = this.parts;
    const turns = session.turns();
    const turn = turnId === undefined ? turns.at(-1) : turns.find(({ id }) => id === turnId);
    if (!turn) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no answer to compare yet. Ask a question first.'),
      );
      return;
    }
    if (!(await apiKey.ensure())) return;
    const model = await chooseModel(
      this.parts.models,
      {
        title: vscode.l10n.t('Compare with Another Model'),
        placeHolder: vscode.l10n.t(
          'Choose a model to answer the same question. {0} has answered it.',
          answererOf(turn),
        ),
        current: session.model,
        usual: readModel(),
        without: turn.model,
      },
      this.parts.onError,
    );
    if (model === undefined) return;
    const other = chats.begin();
    tabs.open(other, vscode.ViewColumn.Beside);
    if (!other.forkFrom(session, turn.id)) return;
    other.setModel(model);
    await other.rename(vscode.l10n.t('{0} ({1})', session.title, modelLabel(model)));
    await other.send(turn.prompt, turn.attachments, { purpose: 'compare' });
  }
}
