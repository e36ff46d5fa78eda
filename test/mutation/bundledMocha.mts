import { resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import Mocha from 'mocha';

/**
 * How long a test may take: without a mutant, also on a busy machine, and with one. What hangs has failed; to wait for
 * Stryker's own limit would cost a new process. Milliseconds.
 */
const [longestMs, longestWithMutantMs] = [600_000, 8_000];

/**
 * Tests that work longer than this are left out: thousands of mutants would be run against each. What only they find counts as
 * survived. Those with random cases try few of them here, so that they are seldom among them. Milliseconds of processor time.
 */
const mostWorkMs = 600;

/**
 * Short tests are tried first, in steps of what they work: most mutants are noticed by one of them, and the first test that
 * fails is enough. Milliseconds of processor time.
 */
const tiersMs = [3, 30, Infinity];

/** Where the code looks which mutant is active, and writes which ones it has come by. */
const mutants: InstrumenterContext = {};
Reflect.set(globalThis, INSTRUMENTER_CONSTANTS.NAMESPACE, mutants);

/** All suites and tests, of which some are taken out while a mutant is tried. */
class TestTree {
  private readonly suites: Mocha.Suite[] = [];
  private readonly tests = new Map<string, Mocha.Test[]>();

  names(): readonly string[] {
    return [...this.tests.keys()];
  }

  /**
   * Leaves these tests in. A pattern would take several times as long as most tests: mocha tries it on each of thousands of
   * tests, and walks all suites, for each mutant.
   */
  keep(names: readonly string[]): void {
    for (const suite of this.suites) Object.assign(suite, { tests: [], suites: [] });
    for (const test of names.flatMap((name) => this.tests.get(name) ?? [])) {
      test.parent?.tests.push(test);
      for (let child = test.parent; child?.parent && !child.parent.suites.includes(child); child = child.parent) {
        child.parent.suites.push(child);
      }
    }
  }

  add(suite: Mocha.Suite): void {
    this.suites.push(suite);
    for (const test of suite.tests) {
      const name = test.fullTitle();
      this.tests.set(name, [...(this.tests.get(name) ?? []), test]);
    }
    for (const child of suite.suites) this.add(child);
  }
}

/**
 * Runs the bundle of test/mutation/buildTests.mts for Stryker. Stryker's own runner for mocha does not load with mocha 12,
 * and wants a file for each test.
 */
class BundledMocha implements TestRunner {
  private readonly tooLong = new Set<string>();
  /** What each test took when it last passed here. Milliseconds. */
  private readonly took = new Map<string, number>();
  private readonly tree = new TestTree();
  private readonly mocha = new Mocha({ timeout: longestMs, reporter: Mocha.reporters.Base });

  /**
   * The code is always loaded before a mutant is active, so there is never a reason to load it again, although Stryker asks for
   * that where the code runs both then and in a test. If this said false, it would start a process for each of these.
   */
  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    // The tests are run again for each mutant.
    this.mocha.cleanReferencesAfterRun(false);
    this.mocha.addFile(resolve('dist/mutation/tests.js'));
    await this.mocha.loadFilesAsync();
    this.mocha.suite.eachTest((test) => test.timeout(longestWithMutantMs));
    this.tree.add(this.mocha.suite);
    this.mocha.suite.beforeEach(function setTest() {
      mutants.currentTestId = this.currentTest?.fullTitle() ?? '';
    });
  }

  async dryRun({ disableBail }: DryRunOptions): Promise<DryRunResult> {
    this.mocha.suite.eachTest((test) => test.timeout(longestMs));
    const ran = await this.run(disableBail);
    this.mocha.suite.eachTest((test) => test.timeout(longestWithMutantMs));
    const tests = ran.filter(({ id, status }) => status === TestStatus.Failed || !this.tooLong.has(id));
    const { mutantCoverage } = mutants;
    for (const id of this.tooLong) delete mutantCoverage?.perTest[id];
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun({ activeMutant, testFilter, disableBail, hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    delete mutants.hitLimit;
    delete mutants.hitCount;
    if (hitLimit !== undefined) Object.assign(mutants, { hitLimit, hitCount: 0 });
    mutants.activeMutant = activeMutant.id;
    const tests = await this.runInTiers(testFilter ?? this.tree.names(), disableBail);
    delete mutants.activeMutant;
    const endless = determineHitLimitReached(mutants.hitCount, mutants.hitLimit);
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests });
  }

  private async runInTiers(names: readonly string[], disableBail: boolean): Promise<TestResult[]> {
    const tiers = Map.groupBy(names, (name) => tiersMs.findIndex((below) => (this.took.get(name) ?? 0) < below));
    const tests: TestResult[] = [];
    for (const place of tiersMs.keys()) {
      const tier = tiers.get(place);
      if (!tier) continue;
      this.tree.keep(tier);
      tests.push(...(await this.run(disableBail)));
      if (!disableBail && tests.some(({ status }) => status === TestStatus.Failed)) break;
    }
    return tests;
  }

  private run(disableBail: boolean): Promise<TestResult[]> {
    setBail(this.mocha.suite, !disableBail);
    return new Promise((done) => {
      const tests: TestResult[] = [];
      const runner = this.mocha.run(() => done(tests));
      const describe = (test: Mocha.Runnable) => {
        const name = test.fullTitle();
        return { id: name, name, timeSpentMs: test.duration ?? 0 };
      };
      let workBefore = process.cpuUsage();
      runner.on('test', () => {
        workBefore = process.cpuUsage();
      });
      runner.on('test end', (test) => {
        const { user, system } = process.cpuUsage(workBefore);
        const workMs = (user + system) / 1000;
        if (test.state === 'passed') this.took.set(test.fullTitle(), workMs);
        if (workMs > mostWorkMs) this.tooLong.add(test.fullTitle());
      });
      runner.on('pass', (test) => tests.push({ ...describe(test), status: TestStatus.Success }));
      runner.on('pending', (test) => tests.push({ ...describe(test), status: TestStatus.Skipped }));
      runner.on('fail', (test, { message }) =>
        tests.push({ ...describe(test), status: TestStatus.Failed, failureMessage: message }),
      );
    });
  }
}

function setBail(suite: Mocha.Suite, isOn: boolean): void {
  suite.bail(isOn);
  for (const child of suite.suites) setBail(child, isOn);
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'bundled-mocha', BundledMocha)];
