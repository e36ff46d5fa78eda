/**
 * `npm run mutate [file…]`: changes the code of core and gemini in thousands of small ways, one at a time, and runs the
 * tests that come by there. What no test notices has survived; it is listed, and lies in `.cache/mutation.html` too. Fewer
 * than 85 % that were noticed are a failure. All of it takes hours, one file a minute or two. A second run tests only what
 * has changed since.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { runSeed } from '../budget';
import { repositoryRoot } from './repositoryRoot';

/** Says which files. None: all of them. */
const files = process.argv.slice(2);

async function main(): Promise<void> {
  process.env.GEMINI_TEST_BUDGET = 'mutation';
  process.env.SEED = String(runSeed);
  const wanted = files.length > 0 ? ['--mutate', files.join(',')] : [];
  const config = 'test/mutation/stryker.config.json';
  const stryker = join(repositoryRoot, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  // It tells every few seconds how far it is.
  const child = spawn(process.execPath, [stryker, 'run', config, ...wanted], { cwd: repositoryRoot, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) process.exitCode = 1;
}

void main();
