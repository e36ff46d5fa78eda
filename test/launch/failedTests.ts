import { relative } from 'node:path';
import Mocha, { type Runnable, type Runner } from 'mocha';

/** A test that failed, or the suite whose hook did. */
export interface FailedTest {
  /** From the folder of the tests. */
  readonly file: string;
  readonly title: string;
  /** The words of the error, and the first places of its stack. */
  readonly why: string;
}

/** Lines of an error that are kept: its words and the first places, not the whole of a long comparison. */
const mostLines = 15;

/** Keeps what fails in a run. Files are named from `folder`. */
export function followFailures(runner: Runner, folder: string): readonly FailedTest[] {
  const failures: FailedTest[] = [];
  runner.on('fail', (failed: Runnable, error: unknown) => {
    const named = failed instanceof Mocha.Hook ? failed.parent : failed;
    failures.push({
      file: relative(folder, failed.file ?? failed.parent?.file ?? '').replaceAll('\\', '/'),
      title: named?.fullTitle() ?? failed.fullTitle(),
      why: whyOf(failed, error),
    });
  });
  return failures;
}

/** Finds just these tests, for mocha's `grep`. */
export function patternFor(failures: readonly FailedTest[]): string {
  return `^(?:${failures.map(({ title }) => title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`;
}

function whyOf(failed: Runnable, error: unknown): string {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const lines = words.split('\n');
  const kept = lines.length > mostLines ? [...lines.slice(0, mostLines), '…'] : lines;
  const cause = error instanceof Error && error.cause instanceof Error ? [`because: ${error.cause.message}`] : [];
  return [...(failed instanceof Mocha.Hook ? [failed.title] : []), ...kept, ...cause].join('\n');
}

/** What a reader of the last lines has to know of tests that failed. */
export function tellFailures(failures: readonly FailedTest[]): readonly string[] {
  return failures.map(({ file, title, why }) => `${file}: ${title}\n${why.replace(/^/gm, '    ')}`);
}
