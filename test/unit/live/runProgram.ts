import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { noForeignVariables } from '../../launch/foreignVariables';
import { repositoryRoot } from '../../launch/repositoryRoot';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  /** Typed at the start; then the input ends. */
  readonly input?: string;
  /** Variables besides those of this process, of which the person's own keys are taken away. */
  readonly env?: Readonly<Record<string, string>>;
  /** Called with all that was printed, each time there is more of it. */
  readonly onOutput?: (stdout: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** Runs one of the programs in `test/live` to its end, as npm would. It never has a key that a test did not give it. */
export function runProgram(name: string, args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(repositoryRoot, 'dist', 'test', 'live', `${name}.js`), ...args], {
    cwd: repositoryRoot,
    env: { ...process.env, ...noForeignVariables, INIT_CWD: repositoryRoot, ...options.env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece;
    options.onOutput?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
  });
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
