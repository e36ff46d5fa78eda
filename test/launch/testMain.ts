/**
 * `npm test [lint|unit|panel|host|bench|mutation] [part of a file name…] [-- option…]`: everything that can be checked, one after the
 * other. The last line is the sum. Options:
 *
 *   -g pattern          only tests whose names match
 *   --full              with every budget at its full size, all of the host's tests from the package too, and the mutations
 *   --walks all         all walks through VS Code, which a run takes that names files or tests too, and the full one
 *   --repeat N          the tests in VS Code N times over
 *   --workers N         how many processes share the tests of a part; usually two, and for VS Code one on two cores
 *   --record-durations  keeps what each file took, by which later runs are dealt out
 */
import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { BUILD_VARIABLE, productionBuild, productionVsix } from '../bench/productionBuild';
import { isFullRun, seedOf } from '../budget';
import { findBrowser, findPageBrowser } from './browser';
import { mutate } from './mutate';
import { crashed, type SuiteResult } from './suiteResult';
import { type Filter, type MochaSuite, runMocha, runScript, runTool } from './suites';
import { findVscode } from './vscodeProgram';

interface Step {
  readonly part: string;
  readonly title: string;
  run(): Promise<SuiteResult>;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string', short: 'g' },
    full: { type: 'boolean', default: false },
    repeat: { type: 'string', default: '1' },
    walks: { type: 'string', default: 'everyday' },
    workers: { type: 'string' },
    'record-durations': { type: 'boolean', default: false },
  },
});
const isFull = values.full || isFullRun;
if (isFull) process.env.GEMINI_TEST_BUDGET = 'full';
// All processes have the same, and a test that is run once more as well.
const seed = seedOf(isFull);
process.env.SEED = String(seed);
console.log(`Random cases begin at ${seed}. SEED=${seed} repeats them.`);
const workers = numberIn('workers', Math.min(2, availableParallelism()));
// A window of VS Code keeps both cores of a small machine busy: with two of them each test takes two to three times as long,
// and some of them longer than anything waits.
const windows = numberIn('workers', Math.min(2, Math.max(1, Math.floor(availableParallelism() / 3))));
const repeats = numberIn('repeat');
const parts = ['lint', 'unit', 'panel', 'host', 'bench', 'mutation'];
const named = positionals.filter((word) => parts.includes(word));
const filter: Filter = {
  files: positionals.filter((word) => !parts.includes(word)),
  grep: values.grep,
  recordsDurations: values['record-durations'],
};
if (!['all', 'everyday'].includes(values.walks)) throw new Error('--walks takes "all" or "everyday"');
const isEveryday = !isFull && values.walks === 'everyday' && filter.files.length === 0 && filter.grep === undefined;
/** What the package has to stand: it is the same code as the checkout, in other files. */
const smoke = 'host/smoke';
const isSmokeWanted = filter.files.length === 0 || filter.files.some((part) => `${smoke}/smoke.test.js`.includes(part));

// Leaving by `exit`, not by the signal, so that temporary folders go.
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
  {
    part: 'unit',
    title: 'Unit tests',
    run: () => runMocha({ folder: 'unit', timeoutMs: 30_000, workers, runsFailedAgain: true }, filter),
  },
  { part: 'panel', title: 'Panel, in Chromium', run: runPanel },
  ...Array.from({ length: repeats }, (_, time) => ({
    part: 'host',
    title: `VS Code, with the extension from the checkout${repeats > 1 ? ` (${time + 1} of ${repeats})` : ''}`,
    run: runFromCheckout,
  })),
  ...(isFull || isSmokeWanted
    ? [{ part: 'host', title: 'VS Code, with the extension from its package', run: runFromPackage }]
    : []),
  { part: 'bench', title: 'Benchmarks, each once', run: runBenchmarks },
  ...(named.includes('mutation') || (isFull && filter.files.length === 0 && filter.grep === undefined)
    ? [{ part: 'mutation', title: 'Mutations: changes of the code that some test must notice', run: runMutations }]
    : []),
];

const inVsCode: MochaSuite = { folder: 'host', timeoutMs: 240_000, workers: windows, runsFailedAgain: repeats === 1 };

/** The full run has the browser of people. The smaller one opens pages and windows of VS Code sooner. */
async function browser(): Promise<{ readonly CHROMIUM_PATH: string }> {
  return { CHROMIUM_PATH: await (isFull ? findBrowser() : findPageBrowser()) };
}

async function runPanel(): Promise<SuiteResult> {
  const env = await browser();
  return runMocha({ folder: 'panel', timeoutMs: 60_000, workers, env, runsFailedAgain: true }, filter);
}

async function runFromCheckout(): Promise<SuiteResult> {
  // Installing it takes a minute the first time, which is not the time of any test.
  await findVscode();
  if (isEveryday) console.log('The everyday walks. All of them: npm run test:full, or npm test host -- --walks all');
  const env = await browser();
  return runMocha({ ...inVsCode, env, isEveryday, ...(filter.files.length === 0 && { without: smoke }) }, filter);
}

async function runFromPackage(): Promise<SuiteResult> {
  const folder = isFull ? 'host' : smoke;
  const path = await productionVsix();
  console.log(`The package has ${((await stat(path)).size / 1024).toFixed(0)} KiB`);
  return runMocha({ ...inVsCode, folder, isEveryday, env: { ...(await browser()), GEMINI_TEST_VSIX: path } }, filter);
}

async function runBenchmarks(): Promise<SuiteResult> {
  await findVscode();
  const env = {
    GEMINI_BENCH_SMOKE: '1',
    ...(await browser()),
    [BUILD_VARIABLE]: await productionBuild(),
  };
  return runMocha({ folder: 'bench', timeoutMs: 120_000, workers, env, runsFailedAgain: true }, filter);
}

async function runMutations(): Promise<SuiteResult> {
  const isEnough = await mutate(filter.files, seed);
  return isEnough ? { passed: 1, failed: 0, skipped: 0 } : crashed;
}

async function begin(step: Step): Promise<{ readonly result: SuiteResult; readonly ms: number }> {
  const started = performance.now();
  const result = await step.run().catch((error: unknown) => {
    console.error(error);
    return crashed;
  });
  return { result, ms: performance.now() - started };
}

async function main(): Promise<void> {
  let passed = 0;
  let failed = 0;
  const told: string[] = [];
  const wanted = steps.filter(({ part }) => named.length === 0 || named.includes(part));
  // Those of lint keep one core each, most of the time: they are begun together.
  const begun = new Map(wanted.filter(({ part }) => part === 'lint').map((step) => [step, begin(step)]));
  for (const step of wanted) {
    console.log(`\n=== ${step.title}`);
    const { result, ms } = await (begun.get(step) ?? begin(step));
    process.stdout.write(result.output ?? '');
    passed += result.passed;
    failed += result.failed;
    told.push(...(result.told ?? []).map((words) => `${step.title}: ${words}`));
    if (result.failed > 0 && !result.told?.length) told.push(step.title);
    const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
    const seconds = (ms / 1000).toFixed(1);
    console.log(`--- ${step.title}: ${result.passed} passed, ${result.failed} failed${skipped}, ${seconds} s`);
  }
  if (told.length > 0) console.log(`\nWhat failed:\n\n${told.join('\n\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/** A number of one and more that the person gave. */
function numberIn(option: 'workers' | 'repeat', usual = 1): number {
  const number = Number(values[option] ?? usual);
  if (Number.isInteger(number) && number > 0) return number;
  console.error(`--${option} takes a number of one and more.`);
  process.exit(2);
}

void main();
