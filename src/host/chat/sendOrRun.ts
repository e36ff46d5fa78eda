import type { QueueSender } from '../../core/chat/queueSender';
import { slashCommand } from '../../core/chat/slashCommand';
import type { PanelHandle } from '../panel/panelHandle';
import { askTyped } from '../panel/typedQuestion';
import { type Manner, type SendServices, sendTyped } from './sendTyped';

/** Sends what was typed to the chat, or does what the command says that it begins with. */
export function sendOrRun(
  services: SendServices,
  sender: QueueSender,
  panel: PanelHandle,
  prompt: string,
  manner: Manner,
): Promise<void> {
  const command = slashCommand(prompt);
  return askTyped(services.drafts, panel, prompt, async (onKept) => {
    const send = (words: string) => sendTyped(services, sender, panel, words, manner, onKept);
    if (!command) return send(prompt);
    const { runSlash } = await import('./runSlash');
    return runSlash(services, panel, command, send);
  });
}
