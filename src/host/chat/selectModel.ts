import * as vscode from 'vscode';
import type { ChatSession } from '../../core/chat/chatSession';
import type { Turn } from '../../core/conversation/turn';
import { isResearchAgent, nameOfAgent } from '../../core/interactions/agents';
import { modelTable } from '../../core/models/modelTable';
import type { CommandId } from '../../manifest';
import { chooseModel } from '../models/chooseModel';
import type { Services } from '../services';
import { readModel } from '../settings/settings';

/** Lets the user choose the model or agent of a chat, from its next question on. False: none was chosen for it. */
export async function selectModelFor(
  session: ChatSession,
  models: Services['models'],
  onError: Services['onError'],
): Promise<boolean> {
  const model = await chooseModel(
    models,
    {
      title: vscode.l10n.t('Select Model'),
      placeHolder: vscode.l10n.t(
        'Choose the model or agent for this chat, or type its id. Prices by Google as of {0}.',
        modelTable.checkedOn,
      ),
      current: session.model,
      usual: readModel(),
      agents: session,
    },
    onError,
  );
  if (model === undefined) return false;
  if (isResearchAgent(model)) {
    // Research is no turn of a chat: it has a plan, a page and a report.
    await vscode.commands.executeCommand('geminiInteractions.startResearch' satisfies CommandId);
    return false;
  }
  session.setModel(model);
  return true;
}

/** Lets the user choose a model that answers a question once more. The model of the chat stays. */
export async function chooseModelOfRetry(
  turn: Turn,
  models: Services['models'],
  onError: Services['onError'],
): Promise<string | undefined> {
  const question = {
    title: vscode.l10n.t('Retry with Another Model'),
    placeHolder: vscode.l10n.t('Choose a model for this answer, or type its id. The chat keeps its own.'),
    current: turn.agent === undefined ? turn.model : nameOfAgent(turn.agent),
    usual: readModel(),
  };
  const choose = () => chooseModel(models, question, onError);
  if (turn.attachments.length === 0) return choose();
  const { chooseTaking } = await import('./askAboutRefused');
  return chooseTaking(turn.attachments, choose);
}
