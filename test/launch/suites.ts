import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repositoryRoot';

export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface MochaSuite {
  /** The folder below `test` that holds its files. */
  readonly folder: string;
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Filter {
  /** Parts of file names; any will do. None: every file. */
  readonly files: readonly string[];
  readonly grep: string | undefined;
}

const CRASHED: SuiteResult = { passed: 0, failed: 1, skipped: 0 };

/** Runs a tool that has one answer: it is content, or not. */
export function runTool(script: string, args: readonly string[]): Promise<SuiteResult> {
  return runScript(join('node_modules', script), args);
}

/** The same for a script of the checkout. */
export async function runScript(script: string, args: readonly string[]): Promise<SuiteResult> {
  const child = spawn(process.execPath, [join(repositoryRoot, script), ...args], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : CRASHED;
}

/** Runs test files by mocha in a process of their own. One that ends without a word has failed, and so has an empty one. */
export async function runMocha({ folder, timeoutMs, env }: MochaSuite, filter: Filter): Promise<SuiteResult> {
  const built = join(repositoryRoot, 'dist', 'test');
  const isWanted = (file: string) => filter.files.length === 0 || filter.files.some((part) => file.includes(part));
  const files = globSync(`${folder}/**/*.test.js`, { cwd: built }).filter(isWanted).sort();
  if (files.length === 0) {
    console.error(`There is no test file in test/${folder}.`);
    return CRASHED;
  }
  const grep = filter.grep === undefined ? [] : ['--grep', filter.grep];
  const program = ['--expose-gc', '--enable-source-maps', join(built, 'launch', 'mochaMain.js')];
  const child = spawn(
    process.execPath,
    [...program, `--timeout=${timeoutMs}`, ...grep, ...files.map((file) => join(built, file))],
    { cwd: repositoryRoot, stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, ...env } },
  );
  let result: SuiteResult | undefined;
  child.on('message', (message: SuiteResult) => {
    result = message;
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (result === undefined) {
    console.error(`The tests ended with ${code} before they could report.`);
    return CRASHED;
  }
  const ran = result.passed + result.failed + result.skipped;
  if (ran > 0 || filter.grep !== undefined) return result;
  console.error(`The files of test/${folder} hold no test.`);
  return CRASHED;
}
