import * as vscode from 'vscode';
import type { ContextKey } from '../../manifest';

const last = new Map<ContextKey, boolean>();

/** Sets a key for `when` clauses; only a change is told. */
export function setContextKey(key: ContextKey, value: boolean): void {
  if ((last.get(key) ?? false) === value) return;
  last.set(key, value);
  void vscode.commands.executeCommand('setContext', key, value);
}
