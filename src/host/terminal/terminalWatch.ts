import * as vscode from 'vscode';
import { DisposableStore } from '../../core/base/disposables';
import type { TerminalCommand } from '../../core/terminal/commandText';
import { OutputTail } from '../../core/terminal/outputTail';

/** The last command of a terminal, as its shell integration told it. Only in memory. */
interface WatchedCommand {
  readonly execution: vscode.TerminalShellExecution;
  readonly tail: OutputTail;
  /** While it runs: undefined. `undefined` in it: the shell did not say. */
  end: { readonly exitCode: number | undefined } | undefined;
}

export interface FailedCommand {
  readonly commandLine: string;
  /** Within the workspace, else its last name alone: the rest of the path is nobody's business. */
  readonly folder: string | undefined;
  readonly exitCode: number;
  /** Empty: nothing was read. Fast commands give nothing now and then although they wrote something. */
  readonly output: string;
}

/** Success, and the end by Ctrl+C on Unix and on Windows. */
const noFailure: ReadonlySet<number> = new Set([0, 130, -1073741510, 3221225786]);

/**
 * Listens to what runs in the terminals from its making on, and says whether the command before the prompt failed. It is
 * made at the start of the window: no shell tells later what a command wrote.
 */
export class TerminalWatch {
  private readonly own = new DisposableStore();
  private readonly commands = new Map<vscode.Terminal, WatchedCommand>();

  /** `onFailed`: whether the last command of the active terminal failed, each time that may have changed. */
  constructor(private readonly onFailed: (hasFailed: boolean) => void) {
    this.own.add(vscode.window.onDidStartTerminalShellExecution((event) => this.started(event)));
    this.own.add(vscode.window.onDidEndTerminalShellExecution((event) => this.ended(event)));
    this.own.add(vscode.window.onDidCloseTerminal((terminal) => this.forget(terminal)));
    this.own.add(vscode.window.onDidChangeActiveTerminal(() => this.tell()));
  }

  /** The last command of the active terminal. Undefined: its shell has reported none. */
  get last(): TerminalCommand | undefined {
    const { activeTerminal } = vscode.window;
    const command = activeTerminal && this.commands.get(activeTerminal);
    if (!command) return undefined;
    const { execution, tail, end } = command;
    const isRunning = end === undefined;
    return { commandLine: execution.commandLine.value, output: tail.text, exitCode: end?.exitCode, isRunning };
  }

  /** The last command of the terminal if it failed. */
  failed(terminal: vscode.Terminal): FailedCommand | undefined {
    const command = this.commands.get(terminal);
    const exitCode = command?.end?.exitCode;
    if (!command || exitCode === undefined || noFailure.has(exitCode)) return undefined;
    const { commandLine, cwd } = command.execution;
    return { commandLine: commandLine.value, folder: folderName(cwd), exitCode, output: command.tail.text };
  }

  /**
   * Whether a program runs in the terminal and would read what is typed. False where there is no shell integration: VS Code
   * does not know it then. VS Code reports a program some milliseconds after its start, and no API reports it sooner. Text that
   * is put there in between has no line break, so a program that reads lines does nothing with it until the user presses Enter.
   */
  isBusy(terminal: vscode.Terminal): boolean {
    const command = this.commands.get(terminal);
    return command !== undefined && command.end === undefined;
  }

  dispose(): void {
    this.own.dispose();
    this.commands.clear();
  }

  private started({ terminal, execution }: vscode.TerminalShellExecutionStartEvent): void {
    const command: WatchedCommand = { execution, tail: new OutputTail(), end: undefined };
    this.commands.set(terminal, command);
    this.tell();
    // At once: what was written before the reading begins is never told.
    const output = execution.read();
    void readInto(command.tail, output);
  }

  private ended({ terminal, execution, exitCode }: vscode.TerminalShellExecutionEndEvent): void {
    const command = this.commands.get(terminal);
    if (command?.execution !== execution) return;
    command.end = { exitCode };
    this.tell();
  }

  private forget(terminal: vscode.Terminal): void {
    this.commands.delete(terminal);
    this.tell();
  }

  private tell(): void {
    const active = vscode.window.activeTerminal;
    this.onFailed(active !== undefined && this.failed(active) !== undefined);
  }
}

async function readInto(tail: OutputTail, output: AsyncIterable<string>): Promise<void> {
  try {
    for await (const piece of output) tail.push(piece);
  } catch {
    // The terminal went away, or its shell broke off: what came until then is what is known.
  }
}

export function folderName(uri: vscode.Uri | undefined): string | undefined {
  const folder = uri && vscode.workspace.getWorkspaceFolder(uri);
  return folder ? folder.name + uri.path.slice(folder.uri.path.length) : uri?.path.split('/').at(-1);
}
