import * as vscode from 'vscode';
import { systemClock } from '../../core/base/clock';
import { DisposableStore } from '../../core/base/disposables';
import type { CodeBlock } from '../../markdown/codeBlocks';
import { terminalText } from './terminalText';

/** How long a new shell is given to say that it reads, in milliseconds. */
const longestShellStart = 5_000;
/** How long it then takes to draw its prompt, in milliseconds. */
const promptMs = 200;

/** "Run in Terminal": puts a command at the prompt. It runs only when the user presses Enter there. */
export class RunInTerminal {
  private readonly own = new DisposableStore();
  /** Terminals in which something runs: it, not the shell, would read what is typed. */
  private readonly busy = new Set<vscode.Terminal>();

  constructor() {
    this.own.add(vscode.window.onDidStartTerminalShellExecution(({ terminal }) => void this.busy.add(terminal)));
    this.own.add(vscode.window.onDidEndTerminalShellExecution(({ terminal }) => void this.busy.delete(terminal)));
    this.own.add(vscode.window.onDidCloseTerminal((terminal) => void this.busy.delete(terminal)));
  }

  async run(code: CodeBlock): Promise<void> {
    const command = await this.commandOf(code);
    if (command === undefined) return;
    const terminal = this.freeTerminal() ?? (await newTerminal());
    if (command.includes('\t') && !takesTabs(terminal)) {
      await offerCopy(vscode.l10n.t('This terminal would complete words at the tabs in this code. Copy it?'), command);
      return;
    }
    terminal.show();
    terminal.sendText(command.includes('\t') ? pasted(command) : command, false);
    vscode.window.setStatusBarMessage(vscode.l10n.t('Press Enter in the terminal to run it.'), 10_000);
  }

  dispose(): void {
    this.own.dispose();
  }

  private async commandOf({ language, text }: CodeBlock): Promise<string | undefined> {
    const read = terminalText(text, language);
    switch (read.kind) {
      case 'nothing':
        void vscode.window.showInformationMessage(vscode.l10n.t('There is no command in this code.'));
        return undefined;
      case 'command':
        return read.text;
      case 'commands':
        return chooseCommand(read.lines, read.joined);
      case 'script':
        await offerCopy(
          vscode.l10n.t('This is a multi-line script, so it wasn’t sent to the terminal. Copy it?'),
          text,
        );
        return undefined;
      case 'hidden':
        await offerCopy(
          vscode.l10n.t('This code has hidden control characters, so it wasn’t sent to the terminal. Copy it?'),
          text,
        );
        return undefined;
    }
  }

  private freeTerminal(): vscode.Terminal | undefined {
    const terminal = vscode.window.activeTerminal;
    if (!terminal || terminal.exitStatus !== undefined || this.busy.has(terminal)) return undefined;
    // Behind a terminal that an extension draws there need be no shell.
    return 'pty' in terminal.creationOptions ? undefined : terminal;
  }
}

/**
 * A terminal whose shell reads. What is typed before that is shown twice: by the terminal at once, and by the shell with
 * its first prompt. The shell tells its folder right before that prompt; where it tells nothing, it is only waited for.
 */
async function newTerminal(): Promise<vscode.Terminal> {
  const terminal = vscode.window.createTerminal();
  terminal.show();
  const own = new DisposableStore();
  const waiting = new AbortController();
  const look = (changed: vscode.Terminal) => {
    if (changed === terminal && terminal.shellIntegration?.cwd) waiting.abort();
  };
  own.add(vscode.window.onDidChangeTerminalShellIntegration((change) => look(change.terminal)));
  own.add(vscode.window.onDidCloseTerminal((closed) => closed === terminal && waiting.abort()));
  look(terminal);
  await systemClock.wait(longestShellStart, waiting.signal);
  own.dispose();
  await systemClock.wait(promptMs, new AbortController().signal);
  return terminal;
}

/** Shells that take a text as pasted if it says so. Any other would complete what stands before a tab. */
function takesTabs({ state }: vscode.Terminal): boolean {
  return ['bash', 'zsh', 'fish', 'pwsh'].includes(state.shell ?? '');
}

/** The text between the marks of what is pasted. Source: xterm's "Control Sequences", bracketed paste mode. */
function pasted(text: string): string {
  return `\u001b[200~${text}\u001b[201~`;
}

async function offerCopy(question: string, text: string): Promise<void> {
  const copy = vscode.l10n.t('Copy Code');
  const choice = await vscode.window.showInformationMessage(question, copy);
  if (choice === copy) await vscode.env.clipboard.writeText(text);
}

async function chooseCommand(lines: readonly string[], joined: string | undefined): Promise<string | undefined> {
  const items: (vscode.QuickPickItem & { readonly text: string })[] = lines.map((line) => ({
    label: line,
    text: line,
  }));
  if (joined !== undefined) {
    items.unshift({ label: vscode.l10n.t('All {0} commands in sequence', lines.length), detail: joined, text: joined });
  }
  const placeHolder = vscode.l10n.t('Choose a command for the terminal. It runs only when you press Enter.');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.text;
}
