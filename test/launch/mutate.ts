import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from './repositoryRoot';

/**
 * Changes the code of core and gemini in thousands of small ways, one at a time, and runs the tests that come by there. What no
 * test notices has survived; it is listed, and lies in `.cache/mutation.html` too. Fewer than 85 % that were noticed are a
 * failure. All of it takes an hour, one file a minute. A second run tests only what has changed since.
 *
 * `files`: paths and patterns, all of them if there are none. Returns whether enough was noticed.
 */
export async function mutate(files: readonly string[], seed: number): Promise<boolean> {
  const wanted = files.length > 0 ? ['--mutate', files.join(',')] : [];
  const config = 'test/mutation/stryker.config.json';
  const stryker = join(repositoryRoot, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  // It tells every few seconds how far it is.
  const child = spawn(process.execPath, [stryker, 'run', config, ...wanted], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, GEMINI_TEST_BUDGET: 'mutation', SEED: String(seed) },
  });
  const [code] = await once(child, 'close');
  return code === 0;
}
