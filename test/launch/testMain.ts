/**
 * `npm test [lint|unit|panel|host|bench] [part of a file name…] [-- -g pattern]`: everything that can be checked, one after
 * the other. The last line is the sum.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browser';
import { packageExtension } from './packageExtension';
import { type Filter, runMocha, runScript, runTool, type SuiteResult } from './suites';
import { findVscode } from './vscodeProgram';

interface Step {
  readonly part: string;
  readonly title: string;
  run(filter: Filter): Promise<SuiteResult>;
}

const temporary = mkdtempSync(join(tmpdir(), 'gemini-test-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
// Leaving by `exit`, not by the signal, so that the line above is run.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const unused = ['--config', 'test/knip.ts', '--no-progress'];

const steps: readonly Step[] = [
  {
    part: 'lint',
    title: 'Lint',
    run: () => runTool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '.']),
  },
  { part: 'lint', title: 'Manifest', run: () => runScript('test/manifest.mjs', ['--check']) },
  { part: 'lint', title: 'Texts', run: () => runScript('test/l10n.mjs', ['--check']) },
  { part: 'lint', title: 'Types', run: () => runTool('typescript/bin/tsc', ['-b']) },
  { part: 'lint', title: 'Unused code', run: () => runTool('knip/bin/knip.js', unused) },
  {
    part: 'lint',
    title: 'Code that only tests use',
    run: () => runTool('knip/bin/knip.js', [...unused, '--production']),
  },
  { part: 'unit', title: 'Unit tests', run: (filter) => runMocha({ folder: 'unit', timeoutMs: 10_000 }, filter) },
  {
    part: 'panel',
    title: 'Panel, in Chromium',
    run: runPanel,
  },
  {
    part: 'host',
    title: 'VS Code, with the extension from the checkout',
    run: runFromCheckout,
  },
  { part: 'host', title: 'VS Code, with the extension from its package', run: runFromPackage },
  { part: 'bench', title: 'Benchmarks, each once', run: runBenchmarks },
];

async function runPanel(filter: Filter): Promise<SuiteResult> {
  return runMocha({ folder: 'panel', timeoutMs: 30_000, env: { CHROMIUM_PATH: await findBrowser() } }, filter);
}

async function runFromCheckout(filter: Filter): Promise<SuiteResult> {
  // Installing it takes a minute the first time, which is not the time of any test.
  await findVscode();
  return runMocha({ folder: 'host', timeoutMs: 90_000 }, filter);
}

async function runFromPackage(filter: Filter): Promise<SuiteResult> {
  const { path, bytes } = await packageExtension(join(temporary, 'extension.vsix'));
  console.log(`The package has ${(bytes / 1024).toFixed(0)} KiB`);
  return runMocha({ folder: 'host', timeoutMs: 90_000, env: { GEMINI_TEST_VSIX: path } }, filter);
}

async function runBenchmarks(filter: Filter): Promise<SuiteResult> {
  await findVscode();
  const env = { GEMINI_BENCH_SMOKE: '1', CHROMIUM_PATH: await findBrowser() };
  return runMocha({ folder: 'bench', timeoutMs: 120_000, env }, filter);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { grep: { type: 'string', short: 'g' } },
  });
  const parts = new Set(steps.map(({ part }) => part));
  const named = positionals.filter((word) => parts.has(word));
  const files = positionals.filter((word) => !parts.has(word));
  const filter = { files, grep: values.grep };
  let passed = 0;
  let failed = 0;
  for (const step of steps) {
    if (named.length > 0 && !named.includes(step.part)) continue;
    console.log(`\n=== ${step.title}`);
    const started = performance.now();
    const result = await step.run(filter).catch((error: unknown) => {
      console.error(error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    passed += result.passed;
    failed += result.failed;
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`--- ${step.title}: ${result.passed} passed, ${result.failed} failed${skipped}, ${seconds} s`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

void main();
