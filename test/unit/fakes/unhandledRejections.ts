import { setImmediate } from 'node:timers/promises';

/** The reasons of what is rejected during the work and handled by nobody. VS Code logs each as an error; mocha is silent. */
export async function unhandledDuring(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const reasons: unknown[] = [];
  const note = (reason: unknown) => void reasons.push(reason);
  process.on('unhandledRejection', note);
  try {
    await work();
    await setImmediate();
  } finally {
    process.off('unhandledRejection', note);
  }
  return reasons;
}
