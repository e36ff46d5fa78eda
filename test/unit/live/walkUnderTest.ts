import { cleanUp } from '../../live/cleanUp';
import { LiveApi } from '../../live/liveApi';
import { flags, type Probe } from '../../live/probe';
import { allProbes } from '../../live/probes/allProbes';
import { type Row, walk } from '../../live/walk';
import { type Deviation, type DevOverrides, startStandIn, testKey } from './standIn';

export interface Walked {
  readonly rows: readonly Row[];
  readonly api: LiveApi;
  readonly standIn: DevOverrides;
  /** Interactions that the service still has after the cleaning up. */
  readonly left: number;
}

/** Runs a test with a service that deviates, and closes it however the test ends. */
export async function withStandIn<T>(deviation: Deviation, test: (standIn: DevOverrides) => Promise<T>): Promise<T> {
  const standIn = await startStandIn(deviation);
  try {
    return await test(standIn);
  } finally {
    await standIn.close();
  }
}

export function apiOf({ url, clock }: DevOverrides, signal = new AbortController().signal): LiveApi {
  return new LiveApi({ origin: url, key: testKey, clock, signal });
}

/** Walks with every flag against a service that deviates, and cleans up. */
export function walkAgainst(deviation: Deviation, probes: readonly Probe[]): Promise<Walked> {
  return withStandIn(deviation, async (standIn) => {
    const api = apiOf(standIn);
    const rows = await walk(probes, api, { flags: new Set(flags), signal: new AbortController().signal });
    await cleanUp(api);
    return { rows, api, standIn, left: standIn.server.interactions().size };
  });
}

export function probesNamed(...ids: readonly string[]): readonly Probe[] {
  const found = allProbes.filter(({ id }) => ids.includes(id));
  if (found.length !== ids.length) throw new Error(`one of ${ids.join(', ')} is no probe`);
  return found;
}
