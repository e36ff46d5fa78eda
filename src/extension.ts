import type * as vscode from 'vscode';
import { activate as activateProduct } from './activate';

/** The entry of desktop and remote windows. Start reading at `activate.ts`. */
export function activate(context: vscode.ExtensionContext): void {
  activateProduct(context);
}
