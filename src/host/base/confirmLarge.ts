import * as vscode from 'vscode';

/** From here on a text is sent only after a yes: about 200,000 tokens. Characters. */
const largeText = 800_000;
/** A token is about this many characters of ordinary text. */
const charsPerToken = 4;

/**
 * Asks about a text that is so large that it was hardly meant, or costs much; every other one is meant. `otherwise` says
 * what becomes of it after a no.
 */
export async function confirmLarge(chars: number, question: string, otherwise: string): Promise<boolean> {
  if (chars < largeText) return true;
  const send = vscode.l10n.t('Send Anyway');
  const megabytes = (chars / 1_000_000).toFixed(1);
  const tokens = Math.round(chars / charsPerToken).toLocaleString(vscode.env.language);
  const cost = vscode.l10n.t(
    'It has about {0} million characters ({1} tokens) and will be billed accordingly.',
    megabytes,
    tokens,
  );
  const choice = await vscode.window.showWarningMessage(
    question,
    { modal: true, detail: `${cost} ${otherwise}` },
    send,
  );
  return choice === send;
}
