import * as vscode from 'vscode';
import { extensionId } from '../../manifest';

/** Opens VS Code's settings at those of this extension, or at what `query` finds. */
export async function openSettings(query = `@ext:${extensionId}`): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', query);
}
