/** Runs the test files it is given, and tells the process that started it how many passed and failed. */
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { configureGlobal } from 'fast-check';
import Mocha from 'mocha';
import { runSeed } from '../budget';
import { everydayWalks } from '../host/everydayWalks';
import { followFailures } from './failedTests';
import { keepWalks } from './keepWalks';
import { endOfBlock, type WorkerResult } from './mochaWorker';
import { isFirstLevel, measureCosts } from './testCosts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    timeout: { type: 'string', default: '10000' },
    grep: { type: 'string', short: 'g' },
    color: { type: 'boolean', default: false },
    /** Marks where another worker's output may come in between. */
    blocks: { type: 'boolean', default: false },
    /** Only the walks through VS Code that every run takes. */
    everyday: { type: 'boolean', default: false },
  },
});

/** Leaves out what is not for every day, once the files are loaded. */
class EverydayMocha extends Mocha {
  protected override loadFiles(onLoaded?: () => void): void {
    super.loadFiles(onLoaded);
    keepWalks(this.suite, everydayWalks);
  }
}

configureGlobal({ seed: runSeed });

const mocha = new (values.everyday ? EverydayMocha : Mocha)({
  reporter: 'spec',
  timeout: Number(values.timeout),
  slow: 2_000,
  color: values.color,
});
if (values.grep !== undefined) mocha.grep(new RegExp(values.grep, 'i'));
for (const file of positionals) mocha.addFile(file);

// Nobody is left to report to. A VS Code that is open is closed in these seconds, and ends the process then.
process.once('disconnect', () => setTimeout(() => process.exit(1), 5000));

const runner = mocha.run((failed) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  const result: WorkerResult = { passed: passes, failed, skipped: pending, costs: costs(), failures };
  // What a test has left open must not keep the others waiting.
  process.send?.(result, () => process.exit(failed > 0 ? 1 : 0));
});
// This file lies beside the folders of the tests.
const costs = measureCosts(runner, dirname(__dirname));
const failures = followFailures(runner, dirname(__dirname));
if (values.blocks) {
  runner.on('suite end', (suite) => {
    if (isFirstLevel(suite)) process.stdout.write(endOfBlock);
  });
}
