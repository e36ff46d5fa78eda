import * as vscode from 'vscode';
import { modelFacts, priceOn } from '../../core/models/modelFacts';
import { dayOf } from '../../core/models/modelNow';

/** Why another model than the chosen one is asked. */
export function replacedWords(gone: string, model: string): string {
  const retired = modelFacts(gone)?.retires;
  return retired === undefined
    ? vscode.l10n.t('{0} no longer exists; {1} answers in its place.', gone, model)
    : vscode.l10n.t('{0} was retired on {1}; {2} answers in its place.', gone, dayWords(retired), model);
}

/** That another model has answered than was asked, and what that one costs. `at`: milliseconds since 1970. */
export function otherWords(answeredBy: string, asked: string, at: number): string {
  const words = vscode.l10n.t('Answered by {0}, asked was {1}.', answeredBy, asked);
  const price = priceWords(answeredBy, dayOf(at));
  return price === undefined ? words : `${words} ${vscode.l10n.t('Its price counts: {0}.', price)}`;
}

/** What a million tokens cost on a day. Undefined: not known. */
export function priceWords(id: string, day: string): string | undefined {
  const price = priceOn(id, day);
  if (!price) return undefined;
  const [input, output] = [dollars(price.input), dollars(price.output)];
  return price.until === undefined
    ? vscode.l10n.t('{0} in, {1} out per million tokens', input, output)
    : vscode.l10n.t('{0} in, {1} out per million tokens until {2}', input, output, dayWords(price.until));
}

/** A day as in `2026-12-31`, as people write it. */
export function dayWords(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  return date.toLocaleDateString(vscode.env.language, { year: 'numeric', month: 'short', day: 'numeric' });
}

function dollars(amount: number): string {
  return amount.toLocaleString(vscode.env.language, { style: 'currency', currency: 'USD' });
}
