/** Whether this run tries everything it can: `npm run test:full`. */
export const isFullRun = process.env.GEMINI_TEST_BUDGET === 'full';

/** Whether this run tries changes of the code, each with all tests that come by there: they must take no time. */
const isMutationRun = process.env.GEMINI_TEST_BUDGET === 'mutation';

/**
 * How many random cases a test tries, or how often it repeats what may go wrong only sometimes: `full` in a full run, and
 * `everyday` (a quarter, unless it says otherwise) in any other; an eighth of that where changes of the code are tried.
 */
export function budget(full: number, everyday = Math.ceil(full / 4)): number {
  if (isFullRun) return full;
  return isMutationRun ? Math.ceil(everyday / 8) : everyday;
}

/**
 * Of the cases in which one promise is to hold, those that this run tries: all of them in a full run, and in any other `count`
 * of them, spread evenly over the list. They are the same in every everyday run. Where several tests share out one list,
 * `turn` (0, 1, 2…) gives each of them other cases. What is left out is not to be defined as a test, nor to be skipped.
 */
export function everyday<T>(all: readonly T[], count: number, turn = 0): readonly T[] {
  if (isFullRun || count >= all.length) return all;
  const step = all.length / count;
  return Array.from({ length: count }, (_, at) => all[(Math.floor((at + 0.5) * step) + turn) % all.length] as T);
}

/**
 * Where random cases begin. The same in every run, so that what a run says is about the change; a full run looks for what is not
 * known yet and begins elsewhere each time. `SEED` repeats one.
 */
export function seedOf(isFull: boolean): number {
  return Number(process.env.SEED ?? (isFull ? Date.now() % 1_000_000 : 20_261_129));
}

/** Where this run's random cases begin, those of fast-check as well. */
export const runSeed = seedOf(isFullRun);
