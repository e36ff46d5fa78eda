export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What a reader of the last lines has to know: each test that failed, and why. */
  readonly told?: readonly string[];
  /** What it has printed, where that is still to be shown. */
  readonly output?: string;
}

/** What counts for a step that did not come to its end. */
export const crashed: SuiteResult = { passed: 0, failed: 1, skipped: 0 };

export function sumOf(results: readonly SuiteResult[]): SuiteResult {
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
