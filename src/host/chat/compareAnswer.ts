import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Chats } from '../../core/chat/chats';
import { answererOf, type Turn } from '../../core/conversation/turn';
import type { Interactions, ModelInfo } from '../../core/interactions/port';
import type { ChatTabs } from '../panel/chatTabs';
import type { Services } from '../services';

export interface CompareAnswerParts {
  readonly chats: Chats;
  readonly tabs: ChatTabs;
  readonly interactions: Interactions;
  readonly apiKey: Services['apiKey'];
}

/**
 * "Compare with Another Model…": asks a question once more, of another model and from the same point. In one chat one
 * answer is written at a time, so the other is a chat of its own, in a tab beside: both can be read, and both can go on.
 */
export class CompareAnswer {
  constructor(private readonly parts: CompareAnswerParts) {}

  /** Fails with a Failure if the models cannot be listed. Without `turnId` it is the last question. */
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
    const model = await this.chooseModel(turn);
    if (!model) return;
    const other = chats.begin();
    tabs.open(other, vscode.ViewColumn.Beside);
    if (!other.forkFrom(session, turn.id)) return;
    await other.rename(vscode.l10n.t('{0} ({1})', session.title, model.displayName));
    await other.send(turn.prompt, turn.attachments, model.id);
  }

  private async chooseModel(turn: Turn): Promise<ModelInfo | undefined> {
    const stop = new AbortController();
    const listed = this.parts.interactions
      .listModels(stop.signal)
      .then((models) =>
        models
          .filter(({ id, chats }) => chats && id !== turn.model)
          .map((model) => ({ label: model.displayName, description: model.id, model })),
      );
    try {
      const picked = await vscode.window.showQuickPick(listed, {
        title: vscode.l10n.t('Compare with Another Model'),
        placeHolder: vscode.l10n.t(
          'Choose a model to answer the same question. {0} has answered it.',
          answererOf(turn),
        ),
        matchOnDescription: true,
      });
      return picked?.model;
    } finally {
      stop.abort();
    }
  }
}
