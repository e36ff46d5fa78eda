import * as vscode from 'vscode';
import { type AskedCode, nameOf } from './askedCode';

/** How long a line in the status bar stays, in milliseconds. */
const lineMs = 8_000;

/** Which code is meant, for people: `waitFor, lines 3-9`. */
export function targetWords({ document, target }: AskedCode): string {
  const { found, ranges, name } = target;
  if (found === 'file') return vscode.l10n.t('all of {0}', nameOf(document));
  const lines = ranges.map(({ start, end }) => (end - start > 1 ? `${start + 1}-${end}` : `${start + 1}`)).join(', ');
  return found === 'symbol'
    ? vscode.l10n.t('{0}, lines {1}', name ?? '', lines)
    : vscode.l10n.t('the selection, lines {0}', lines);
}

/** Says which code counts where nothing, or more than one thing, was selected. */
export function tellTarget(code: AskedCode): void {
  if (code.target.found === 'selection' && code.target.ranges.length < 2) return;
  vscode.window.setStatusBarMessage(vscode.l10n.t('Gemini works on {0}', targetWords(code)), lineMs);
}
