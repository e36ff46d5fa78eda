import * as vscode from 'vscode';
import { shortened } from '../../core/conversation/chatTitle';
import type { Attachment } from '../../core/conversation/turn';
import { commandText, type TerminalCommand } from '../../core/terminal/commandText';
import { droppedScheme } from '../privacy/passAttachments';

/** How much of a command stands in a name. Characters. */
const longestName = 40;

/** The last command of the terminal in front with its output, or why there is none. */
export function lastOfTerminal(
  last: () => TerminalCommand | undefined,
  newId: () => string,
): { readonly description: string; readonly attach: () => Attachment | undefined } {
  const command = last();
  return {
    description: command ? oneLine(command.commandLine) : noCommand(vscode.window.activeTerminal),
    attach: () => {
      // As it is now: more may have been written while the list was open.
      const now = last();
      if (!now) {
        void vscode.window.showInformationMessage(noCommand(vscode.window.activeTerminal));
        return undefined;
      }
      const path = vscode.l10n.t('Terminal: {0}', oneLine(now.commandLine));
      const uri = vscode.Uri.from({ scheme: droppedScheme, path: '/terminal' }).toString();
      return { kind: 'file', id: newId(), uri, path, languageId: 'text', text: commandText(now) };
    },
  };
}

function noCommand(terminal: vscode.Terminal | undefined): string {
  if (!terminal) return vscode.l10n.t('No terminal is open.');
  return terminal.shellIntegration
    ? vscode.l10n.t('No command has run in this terminal.')
    : vscode.l10n.t('This terminal doesn’t report its commands.');
}

function oneLine(commandLine: string): string {
  return shortened(commandLine.replace(/\s+/g, ' ').trim(), longestName);
}
