import { relative } from 'node:path';
import Mocha, { type Hook, type Runnable, type Runner, type Suite } from 'mocha';

/** What one test or hook took, all its runs together. */
export interface TestCost {
  readonly title: string;
  readonly ms: number;
}

export interface TestCosts {
  readonly slowest: readonly TestCost[];
  /** Milliseconds by file, hooks included. */
  readonly files: Readonly<Record<string, number>>;
}

/** How many are named at the end of a run. */
const namedCosts = 10;

/** Follows a run, and tells at any time what it has cost so far. Files are named from `folder`. */
export function measureCosts(runner: Runner, folder: string): () => TestCosts {
  const costs = new Map<string, number>();
  const files: Record<string, number> = {};
  let begun = 0;
  const add = (title: string, { duration = 0 }: Runnable) => costs.set(title, (costs.get(title) ?? 0) + duration);
  const addHook = (hook: Hook) => add(`${hook.parent?.fullTitle() ?? ''} ${hook.title}`.trim(), hook);
  runner.on('test end', (test) => add(test.fullTitle(), test));
  runner.on('hook end', addHook);
  // A hook that failed has no end of its own.
  runner.on('fail', (failed: Runnable) => failed instanceof Mocha.Hook && addHook(failed));
  runner.on('suite', (suite) => {
    if (isFirstLevel(suite)) begun = performance.now();
  });
  runner.on('suite end', (suite) => {
    if (!isFirstLevel(suite) || suite.file === undefined) return;
    const file = relative(folder, suite.file).replaceAll('\\', '/');
    files[file] = (files[file] ?? 0) + performance.now() - begun;
  });
  return () => ({ slowest: slowestOf(Array.from(costs, ([title, ms]) => ({ title, ms }))), files });
}

/** The most expensive ones, the first of all first. */
export function slowestOf(costs: readonly TestCost[]): readonly TestCost[] {
  return costs.toSorted((a, b) => b.ms - a.ms).slice(0, namedCosts);
}

export function isFirstLevel({ parent }: Suite): boolean {
  return parent?.root === true;
}
