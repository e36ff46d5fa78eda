/** A command as a terminal knows it. */
export interface TerminalCommand {
  readonly commandLine: string;
  /** Empty: nothing was read. Fast commands give nothing now and then although they wrote something. */
  readonly output: string;
  /** Undefined: the shell did not say, or the command is still running. */
  readonly exitCode: number | undefined;
  readonly isRunning: boolean;
}

/** A command with its output and its end, as one who looks at the terminal would read it. */
export function commandText({ commandLine, output, exitCode, isRunning }: TerminalCommand): string {
  const end = isRunning ? '[still running]' : exitCode === undefined ? '' : `[exit code ${exitCode}]`;
  return [`$ ${commandLine}`, output || '[no output was read]', end].filter((part) => part !== '').join('\n');
}
