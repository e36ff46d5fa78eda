import { relative } from 'node:path';
import Mocha, { type Runnable, type Runner } from 'mocha';

/** A test that failed, or the suite whose hook did. */
export interface FailedTest {
  /** From the folder of the tests. */
  readonly file: string;
  readonly title: string;
}

/** Keeps what fails in a run. Files are named from `folder`. */
export function followFailures(runner: Runner, folder: string): readonly FailedTest[] {
  const failures: FailedTest[] = [];
  runner.on('fail', (failed: Runnable) => {
    const named = failed instanceof Mocha.Hook ? failed.parent : failed;
    failures.push({
      file: relative(folder, failed.file ?? failed.parent?.file ?? '').replaceAll('\\', '/'),
      title: named?.fullTitle() ?? failed.fullTitle(),
    });
  });
  return failures;
}

/** Finds just these tests, for mocha's `grep`. */
export function patternFor(failures: readonly FailedTest[]): string {
  return `^(?:${failures.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}
