import * as vscode from 'vscode';
import type { QueueSender } from '../../core/chat/queueSender';
import { questionToResearch } from '../../core/chat/slashResearch';
import type { CommandId } from '../../manifest';
import type { PanelHandle } from '../panel/panelHandle';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { type Manner, type SendServices, sendTyped, waitsForUpload } from './sendTyped';

/** Sends what was typed to the chat, or has it researched if it begins with `/research`. */
export async function sendOrResearch(
  services: SendServices,
  sender: QueueSender,
  panel: PanelHandle,
  prompt: string,
  manner: Manner,
): Promise<void> {
  const question = questionToResearch(prompt);
  if (question === undefined) return sendTyped(services, sender, panel, prompt, manner);
  if (waitsForUpload(services.pending, panel, prompt)) return;
  const command: CommandId = 'geminiInteractions.startResearch';
  const allowed = await allowedPrompt(services.gate, question);
  const isStarted =
    allowed !== undefined && (await vscode.commands.executeCommand<unknown>(command, allowed, panel.session.chatId));
  // What was typed is not lost where the user thinks better of it.
  if (isStarted !== true) panel.post({ type: 'promptReturned', prompt });
}
