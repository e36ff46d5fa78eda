/**
 * `npm run mutate [file…]`: changes the code of core and gemini in thousands of small ways, one at a time, and runs the
 * tests that come by there. What no test notices has survived; it is listed, and lies in `.cache/mutation.html` too. Fewer
 * than 85 % that were noticed are a failure. All of it takes hours, one file a minute or two. A second run tests only what
 * has changed since.
 */
import { runSeed } from '../budget';
import { runTool } from './suites';

/** Says which files. None: all of them. */
const files = process.argv.slice(2);

async function main(): Promise<void> {
  process.env.GEMINI_TEST_BUDGET = 'mutation';
  process.env.SEED = String(runSeed);
  const wanted = files.length > 0 ? ['--mutate', files.join(',')] : [];
  const config = 'test/mutation/stryker.config.json';
  const { failed, output = '' } = await runTool('@stryker-mutator/core/bin/stryker.js', ['run', config, ...wanted]);
  process.stdout.write(output);
  if (failed > 0) process.exitCode = 1;
}

void main();
