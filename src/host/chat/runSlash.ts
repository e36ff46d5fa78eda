import * as vscode from 'vscode';
import type { SlashCommand } from '../../core/chat/slashCommand';
import type { CommandId } from '../../manifest';
import type { PanelHandle } from '../panel/panelHandle';
import { allowedPrompt } from '../privacy/allowedPrompt';
import { runCommand } from '../runCommand';
import { storesAtGoogle } from '../settings/settings';
import { tellNothingStored } from './nothingStored';
import { type SendServices, waitsForUpload } from './sendTyped';

/** Does what a command says. Resolves to whether it was done: what was typed goes back to the composer if it was not. */
export async function runSlash(
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
