import * as vscode from 'vscode';
import type { Chats } from '../../core/chat/chats';
import type { PendingAttachments } from '../../core/chat/pendingAttachments';
import { questionToResearch } from '../../core/chat/slashResearch';
import type { OutgoingGate } from '../../core/privacy/outgoingGate';
import type { CommandId } from '../../manifest';
import type { PanelHandle } from '../panel/panelHandle';
import { allowedPrompt, sendTyped } from './sendTyped';

/** Sends what was typed to the chat, or has it researched if it begins with `/research`. */
export async function sendOrResearch(
  chats: Chats,
  pending: PendingAttachments,
  gate: Pick<OutgoingGate, 'review'>,
  panel: PanelHandle,
  prompt: string,
): Promise<void> {
  const question = questionToResearch(prompt);
  if (question === undefined) return sendTyped(chats, pending, gate, panel, prompt);
  const command: CommandId = 'geminiInteractions.startResearch';
  const allowed = await allowedPrompt(gate, question);
  const isStarted = allowed !== undefined && (await vscode.commands.executeCommand<unknown>(command, allowed));
  // What was typed is not lost where the user thinks better of it.
  if (isStarted !== true) panel.post({ type: 'promptReturned', prompt });
}
