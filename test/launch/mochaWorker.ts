import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { FailedTest } from './failedTests';
import { repositoryRoot } from './repositoryRoot';
import type { SuiteResult } from './suiteResult';
import type { TestCosts } from './testCosts';

export interface WorkerResult extends SuiteResult {
  readonly costs: TestCosts;
  readonly failures: readonly FailedTest[];
}

export interface WorkerOptions {
  /** As built, from `dist/test`. */
  readonly files: readonly string[];
  readonly timeoutMs: number;
  readonly grep: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  /** Of the walks through VS Code those alone that every run takes. */
  readonly isEveryday: boolean;
  /** Where others print at the same time: takes what is to be shown together. Without it, output goes through at once. */
  readonly onBlock?: (text: string) => void;
}

export interface WorkerEnd {
  /** Undefined: it ended before it could report. */
  readonly result: WorkerResult | undefined;
  /** What it printed after its last suite: its list of failures. */
  readonly ending: string;
}

/** What a worker prints where a first-level `describe` has ended: a form feed, which no test prints. */
export const endOfBlock = '\f';

/** Runs test files by mocha in a process of their own. */
async function runWorker(options: WorkerOptions): Promise<WorkerEnd> {
  const { files, timeoutMs, grep, isEveryday, onBlock } = options;
  const built = join(repositoryRoot, 'dist', 'test');
  const child = spawn(
    process.execPath,
    [
      ...['--expose-gc', '--enable-source-maps', join(built, 'launch', 'mochaMain.js'), `--timeout=${timeoutMs}`],
      ...(grep === undefined ? [] : ['--grep', grep]),
      ...(process.stdout.isTTY ? ['--color'] : []),
      ...(onBlock ? ['--blocks'] : []),
      ...(isEveryday ? ['--everyday'] : []),
      ...files.map((file) => resolve(built, file)),
    ],
    {
      cwd: repositoryRoot,
      stdio: onBlock ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, ...options.env },
    },
  );
  let result: WorkerResult | undefined;
  child.on('message', (message: WorkerResult) => {
    result = message;
  });
  let printed = '';
  const read = (chunk: string) => {
    const blocks = (printed + chunk).split(endOfBlock);
    printed = blocks.pop() ?? '';
    for (const block of blocks) onBlock?.(block);
  };
  child.stdout?.setEncoding('utf8').on('data', read);
  child.stderr?.setEncoding('utf8').on('data', read);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  if (result === undefined) printed += `The tests ended with ${code} before they could report: ${files.join(', ')}\n`;
  return { result, ending: printed };
}

/** Runs every shard in a worker of its own, all at the same time. */
export async function runWorkers(
  shards: readonly (readonly string[])[],
  options: Omit<WorkerOptions, 'files' | 'onBlock'>,
  print = (text: string): void => void process.stdout.write(text),
): Promise<readonly WorkerEnd[]> {
  const together = shards.length > 1 ? { onBlock: print } : {};
  const ended = await Promise.all(shards.map((files) => runWorker({ ...options, ...together, files })));
  for (const { ending } of ended) print(ending);
  return ended;
}
