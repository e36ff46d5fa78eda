/** Whether this run tries everything it can: `npm run test:full`. */
export const isFullRun = process.env.GEMINI_TEST_BUDGET === 'full';

/**
 * How many random cases a test tries, or how often it repeats what may go wrong only sometimes: `full` in a full run, and
 * `everyday` (a quarter, unless it says otherwise) in any other. What was not tried today has another seed tomorrow.
 */
export function budget(full: number, everyday = Math.ceil(full / 4)): number {
  return isFullRun ? full : everyday;
}
