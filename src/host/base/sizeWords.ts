import * as vscode from 'vscode';

/** Bytes, for people. */
export function sizeWords(bytes: number): string {
  const words = (number: number) => number.toLocaleString(vscode.env.language);
  if (bytes < 1_000_000) return vscode.l10n.t('{0} kB', words(Math.max(1, Math.round(bytes / 1_000))));
  if (bytes < 1_000_000_000) return vscode.l10n.t('{0} MB', words(Math.round(bytes / 100_000) / 10));
  return vscode.l10n.t('{0} GB', words(Math.round(bytes / 100_000_000) / 10));
}
