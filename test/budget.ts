/** Whether this run tries everything it can: `npm run test:full`. */
export const isFullRun = process.env.GEMINI_TEST_BUDGET === 'full';

/**
 * How many random cases a test tries, or how often it repeats what may go wrong only sometimes: `full` in a full run, and
 * `everyday` (a quarter, unless it says otherwise) in any other.
 */
export function budget(full: number, everyday = Math.ceil(full / 4)): number {
  return isFullRun ? full : everyday;
}

/**
 * Where this run's random cases begin. The same in every run, so that what a run says is about the change; a full run looks for
 * what is not known yet and begins elsewhere each time. `SEED` repeats one.
 */
export const runSeed = Number(process.env.SEED ?? (isFullRun ? Date.now() % 1_000_000 : 20_261_129));
