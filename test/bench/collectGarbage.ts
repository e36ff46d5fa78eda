import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects all garbage, also where Node was not started with a collection to call. */
export async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc: unknown = globalThis.gc ?? runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('This Node has no garbage collection to call.');
  await gc({ execution: 'async', type: 'major' });
}
