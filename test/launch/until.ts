import { setTimeout as pause } from 'node:timers/promises';

export interface UntilOptions {
  readonly timeoutMs?: number;
  readonly everyMs?: number;
}

/**
 * Asks again and again until the answer is neither undefined nor false, and gives it back.
 * `what` completes the sentence "Waited N s for …". What was asked last may have thrown: its words follow.
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  { timeoutMs = 60_000, everyMs = 50 }: UntilOptions = {},
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  let lastError: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
      lastError = undefined;
    } catch (error) {
      lastError = error;
    }
    if (performance.now() > deadline) {
      const last = lastError instanceof Error ? `: ${lastError.message.split('\n', 1)[0]}` : '';
      throw new Error(`Waited ${timeoutMs / 1000} s for ${what}${last}`, { cause: lastError });
    }
    await pause(everyMs);
  }
}
