import { type AskTextServices, askText } from '../conversation/askText';
import type { OutgoingGate } from '../privacy/outgoingGate';
import { fixRequest, type TerminalTrouble } from './fixRequest';
import { type Fix, readFix } from './readFix';

/** A longer reply is no fix. Characters. */
const longestReply = 20_000;

/** What the user is asked about each text. */
export interface TroubleNames {
  readonly commandLine: string;
  readonly output: string;
}

/**
 * Asks for a fix of what went wrong in a terminal. Undefined: the user wants nothing sent. Rejects with the reason of the
 * signal or with a Failure.
 */
export async function askFix(
  services: AskTextServices & { readonly gate: Pick<OutgoingGate, 'review'> },
  model: string,
  trouble: TerminalTrouble,
  names: TroubleNames,
  signal: AbortSignal,
): Promise<Fix | undefined> {
  const passed = await services.gate.review([
    { name: names.commandLine, text: trouble.commandLine ?? '' },
    { name: names.output, text: trouble.output },
  ]);
  if (!passed) return undefined;
  const [commandLine = '', output = ''] = passed;
  const open = { ...trouble, commandLine: trouble.commandLine === undefined ? undefined : commandLine, output };
  return readFix(await askText(services, fixRequest(model, open), longestReply, signal));
}
