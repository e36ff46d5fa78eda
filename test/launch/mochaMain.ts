/** Runs the test files it is given, and tells the process that started it how many passed and failed. */
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import type { SuiteResult } from './suites';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { timeout: { type: 'string', default: '10000' }, grep: { type: 'string', short: 'g' } },
});

// A test that runs into its own end is not slow, so nothing is marked so: the suites' seconds are told at their end.
const mocha = new Mocha({ reporter: 'spec', timeout: Number(values.timeout), slow: Number.POSITIVE_INFINITY });
if (values.grep !== undefined) mocha.grep(new RegExp(values.grep, 'i'));
for (const file of positionals) mocha.addFile(file);

// Nobody is left to report to. A VS Code that is open is closed in these seconds, and ends the process then.
process.once('disconnect', () => setTimeout(() => process.exit(1), 5000));

const runner = mocha.run((failures) => {
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  const result: SuiteResult = { passed: passes, failed: failures, skipped: pending };
  // What a test has left open must not keep the others waiting.
  process.send?.(result, () => process.exit(failures > 0 ? 1 : 0));
});
