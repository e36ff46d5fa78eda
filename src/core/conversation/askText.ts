import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import { usualLimits, withinLimits } from '../interactions/limits';
import type { InteractionRequest, Interactions } from '../interactions/port';
import { Answer } from './answer';

export interface AskTextServices {
  readonly interactions: Pick<Interactions, 'ask'>;
  readonly clock: Clock;
}

/**
 * Asks for a short text and resolves with all of it. `onText` is given the text so far whenever there is more of it.
 * Rejects with the reason of the signal, or with a Failure: of the request, of a stream that fell silent or ended early,
 * and `malformedAnswer` for a text of more than `longest` characters.
 */
export async function askText(
  { interactions, clock }: AskTextServices,
  request: InteractionRequest,
  longest: number,
  signal: AbortSignal,
  onText: (text: string) => void = () => {},
): Promise<string> {
  const answer = new Answer();
  let text = '';
  for await (const event of withinLimits((own) => interactions.ask(request, own), usualLimits, clock, signal)) {
    signal.throwIfAborted();
    if (answer.apply(event).length === 0) continue;
    const known = text.length;
    text = textOf(answer);
    if (text.length > longest) throw new Failure('malformedAnswer');
    if (text.length > known) onText(text);
  }
  signal.throwIfAborted();
  const failure = answer.failureOfError();
  if (failure) throw new Failure(failure.reason, failure.code === undefined ? {} : { code: failure.code });
  if (answer.completed?.status !== 'completed') throw new Failure('truncated');
  if (text.trim() === '') throw new Failure('emptyAnswer');
  return text;
}

function textOf({ parts }: Answer): string {
  return parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
}
