import * as vscode from 'vscode';
import type { QueueSender } from '../../core/chat/queueSender';
import { type SlashCommand, slashCommand } from '../../core/chat/slashCommand';
import type { CommandId } from '../../manifest';
import type { PanelHandle } from '../panel/panelHandle';
import { askTyped } from '../panel/typedQuestion';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { runCommand } from '../runCommand';
import { storesAtGoogle } from '../settings/settings';
import { tellNothingStored } from './nothingStored';
import { type Manner, type SendServices, sendTyped, waitsForUpload } from './sendTyped';

/** Sends what was typed to the chat, or does what the command says that it begins with. */
export function sendOrRun(
  services: SendServices,
  sender: QueueSender,
  panel: PanelHandle,
  prompt: string,
  manner: Manner,
): Promise<void> {
  const command = slashCommand(prompt);
  return askTyped(services.drafts, panel, prompt, (onKept) => {
    const send = (words: string) => sendTyped(services, sender, panel, words, manner, onKept);
    return command ? run(services, panel, command, send) : send(prompt);
  });
}

/** Resolves to whether it was done: what was typed goes back to the composer if it was not. */
async function run(
  services: SendServices,
  panel: PanelHandle,
  { name, rest }: SlashCommand,
  send: (words: string) => Promise<boolean>,
): Promise<boolean> {
  switch (name) {
    case 'research':
      return research(services, panel, rest);
    case 'explain':
    case 'fix':
    case 'tests':
      if (rest !== '') {
        // The user's own words are a question, about the code that the command alone would take.
        await runCommand('geminiInteractions.addSelection');
        return send(`${name} ${rest}`);
      }
      // It goes on for as long as the answer, which the composer does not wait for.
      void runCommand(`geminiInteractions.${name === 'tests' ? 'writeTests' : name}`);
      return true;
    case 'new':
      await runCommand('geminiInteractions.newChat');
      if (rest === '') return true;
      if (panel.isInView) return send(rest);
      await runCommand('geminiInteractions.focusChat', { prompt: rest });
      return true;
    case 'private':
      if (!storesAtGoogle()) await tellNothingStored();
      else panel.session.setPrivate(true);
      return rest === '' || send(rest);
  }
}

async function research({ pending, gate }: SendServices, panel: PanelHandle, question: string): Promise<boolean> {
  if (waitsForUpload(pending, panel)) return false;
  const command: CommandId = 'geminiInteractions.startResearch';
  const allowed = await allowedPrompt(gate, question);
  if (allowed === undefined) return false;
  return (await vscode.commands.executeCommand<unknown>(command, allowed, panel.session.chatId)) === true;
}
