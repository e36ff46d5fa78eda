import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDurations, recordDurations } from './durations';
import { patternFor, tellFailures } from './failedTests';
import { runWorkers, type WorkerResult } from './mochaWorker';
import { repositoryRoot } from './repositoryRoot';
import { dealOut } from './shards';
import { crashed, type SuiteResult, sumOf } from './suiteResult';
import { slowestOf } from './testCosts';

export interface MochaSuite {
  /** The folder below `test` that holds its files. */
  readonly folder: string;
  /** A folder in it that is left out. */
  readonly without?: string;
  readonly timeoutMs: number;
  /** How many processes share the files. */
  readonly workers: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Of the walks through VS Code those alone that every run takes. */
  readonly isEveryday?: boolean;
  /** Tests that fail are run once more by themselves, and are named where they pass then. */
  readonly runsFailedAgain?: boolean;
}

export interface Filter {
  /** Parts of file names; any will do. None: every file. */
  readonly files: readonly string[];
  readonly grep: string | undefined;
  /** Keeps what each file took, for later runs to be dealt out by. */
  readonly recordsDurations: boolean;
}

/** Runs a tool that has one answer: it is content, or not. */
export function runTool(script: string, args: readonly string[]): Promise<SuiteResult> {
  return runScript(join('node_modules', script), args);
}

/** The same for a script of the checkout. What it prints is kept for its turn: others may run at the same time. */
export async function runScript(script: string, args: readonly string[]): Promise<SuiteResult> {
  const child = spawn(process.execPath, [join(repositoryRoot, script), ...args], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  let output = '';
  const keep = (text: string) => {
    output += text;
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', keep);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ...(code === 0 ? { passed: 1, failed: 0, skipped: 0 } : crashed), output };
}

/**
 * Runs test files by mocha, in processes of their own. A process that ends without a word has failed, and so has a folder
 * without tests. Several processes print a whole suite at a time, and their failures at the end.
 */
export async function runMocha(suite: MochaSuite, filter: Filter): Promise<SuiteResult> {
  const files = filesOf(suite, filter);
  if (files.length === 0) {
    console.error(`There is no test file in test/${suite.folder}.`);
    return crashed;
  }
  const { timeoutMs, env = {}, isEveryday = false } = suite;
  const shards = dealOut(files, suite.workers, readDurations()).map(sharedWindowLast);
  const ended = await runWorkers(shards, { timeoutMs, grep: filter.grep, env, isEveryday });
  const reported = ended.flatMap(({ result }) => result ?? []);
  tellSlowest(reported);
  if (filter.recordsDurations) recordDurations(Object.assign({}, ...reported.map(({ costs }) => costs.files)));
  const total = await runFailedAgain(suite, reported, sumOf(ended.map(({ result }) => result ?? crashed)));
  const ran = total.passed + total.failed + total.skipped;
  if (ran > 0 || filter.grep !== undefined) return total;
  console.error(`The files of test/${suite.folder} hold no test.`);
  return crashed;
}

/** More failures than these have a cause in common, which a second run only hides behind its own time. */
const mostRunAgain = 10;

/**
 * Runs what has failed once more, in a process and a window of its own. Two workers share the machine, and a window that other
 * tests have used; what passes alone still is a fault, of the test or of the product, and is told.
 */
async function runFailedAgain(
  suite: MochaSuite,
  reported: readonly WorkerResult[],
  total: SuiteResult,
): Promise<SuiteResult> {
  const failures = reported.flatMap(({ failures }) => failures);
  const isWorthIt = suite.runsFailedAgain && failures.length > 0 && failures.length <= mostRunAgain;
  // What a process did not live to tell cannot be found again.
  if (!isWorthIt || failures.length !== total.failed) return { ...total, told: tellFailures(failures) };
  console.log(`\n${failures.length} failed. Once more, alone:`);
  const { timeoutMs, env = {}, isEveryday = false } = suite;
  const files = [...new Set(failures.map(({ file }) => file))];
  const [again] = await runWorkers([files], { timeoutMs, grep: patternFor(failures), env, isEveryday });
  if (!again?.result || again.result.passed + again.result.failed === 0) {
    return { ...total, told: tellFailures(failures) };
  }
  for (const { title } of failures) {
    const failedTwice = again.result.failures.some((failed) => failed.title === title);
    console.log(failedTwice ? `Failed twice: ${title}` : `Unsteady, passed alone: ${title}`);
  }
  const unsteady = failures.filter(({ title }) => !again.result?.failures.some((failed) => failed.title === title));
  return {
    ...total,
    passed: total.passed + again.result.passed,
    failed: again.result.failed,
    told: [
      ...tellFailures(again.result.failures),
      ...tellFailures(unsteady).map((told) => `Unsteady, passed alone: ${told}`),
    ],
  };
}

function filesOf({ folder, without }: MochaSuite, filter: Filter): readonly string[] {
  const isWanted = (file: string) => filter.files.length === 0 || filter.files.some((part) => file.includes(part));
  return globSync(`${folder}/**/*.test.js`, { cwd: join(repositoryRoot, 'dist', 'test') })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => without === undefined || !file.startsWith(`${without}/`))
    .filter(isWanted)
    .sort();
}

/** A window stays open once suites share it, and takes a seventh of a core from those that open windows of their own. */
function sharedWindowLast(files: readonly string[]): readonly string[] {
  const shares = (file: string) =>
    readFileSync(join(repositoryRoot, 'dist', 'test', file), 'utf8').includes('productOfSuites');
  return [...files.filter((file) => !shares(file)), ...files.filter(shares)];
}

/** Shows what takes long before it becomes much. */
function tellSlowest(results: readonly WorkerResult[]): void {
  const slowest = slowestOf(results.flatMap(({ costs }) => costs.slowest)).filter(({ ms }) => ms >= 500);
  if (slowest.length === 0) return;
  console.log('The slowest tests and hooks, in seconds:');
  for (const { title, ms } of slowest) console.log(`${(ms / 1000).toFixed(1).padStart(8)}  ${title}`);
}
