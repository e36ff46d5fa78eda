import * as vscode from 'vscode';
import type { QueueSender } from '../../core/chat/queueSender';
import { questionToResearch } from '../../core/chat/slashResearch';
import type { CommandId } from '../../manifest';
import type { PanelHandle } from '../panel/panelHandle';
import { askTyped } from '../panel/typedQuestion';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { type Manner, type SendServices, sendTyped, waitsForUpload } from './sendTyped';

/** Sends what was typed to the chat, or has it researched if it begins with `/research`. */
export function sendOrResearch(
  services: SendServices,
  sender: QueueSender,
  panel: PanelHandle,
  prompt: string,
  manner: Manner,
): Promise<void> {
  const question = questionToResearch(prompt);
  return askTyped(services.drafts, panel, prompt, (onKept) =>
    question === undefined
      ? sendTyped(services, sender, panel, prompt, manner, onKept)
      : research(services, panel, question),
  );
}

async function research({ pending, gate }: SendServices, panel: PanelHandle, question: string): Promise<boolean> {
  if (waitsForUpload(pending, panel)) return false;
  const command: CommandId = 'geminiInteractions.startResearch';
  const allowed = await allowedPrompt(gate, question);
  if (allowed === undefined) return false;
  return (await vscode.commands.executeCommand<unknown>(command, allowed, panel.session.chatId)) === true;
}
