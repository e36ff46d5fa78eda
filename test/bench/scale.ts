/**
 * Whether each benchmark is run once, with the least that it can do: to see that it still works, not how fast anything is.
 * `npm test bench` does that, and `npm run bench -- --smoke`.
 */
export const isSmoke = process.env.GEMINI_BENCH_SMOKE === '1' || process.argv.includes('--smoke');

export function scaled<T>(full: T, smoke: T): T {
  return isSmoke ? smoke : full;
}
