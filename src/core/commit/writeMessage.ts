import { Failure } from '../base/failure';
import { type AskTextServices, askText } from '../conversation/askText';
import type { InteractionRequest } from '../interactions/port';
import { type CleaningRules, cleanReply } from './cleanReply';

/** A longer reply is no commit message. Characters. */
const longestReply = 20_000;

/**
 * Asks for the message and resolves with it. `onMessage` is given what is certain of it so far, whenever that changes.
 * Rejects with the reason of the signal or with a Failure; `emptyAnswer` if the reply holds no message.
 */
export async function writeMessage(
  services: AskTextServices,
  request: InteractionRequest,
  rules: CleaningRules,
  signal: AbortSignal,
  onMessage: (message: string) => void,
): Promise<string> {
  let last = '';
  const reply = await askText(services, request, longestReply, signal, (text) => {
    const message = cleanReply(text, rules, false);
    if (message === last || message === '') return;
    last = message;
    onMessage(message);
  });
  const message = cleanReply(reply, rules, true);
  if (message === '') throw new Failure('emptyAnswer');
  return message;
}
