import type * as vscode from 'vscode';

/** A row of the list of models. */
export interface ModelItem extends vscode.QuickPickItem {
  /** Absent on the lines that part the groups. */
  readonly id?: string;
}
