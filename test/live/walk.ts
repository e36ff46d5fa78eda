import type { JsonObject } from '../../src/core/base/json';
import { failureFromThrown } from '../../src/gemini/failures';
import { stopRunning } from './cleanUp';
import { type LiveApi, RateLimited } from './liveApi';
import { type Flag, type Probe, type Seen, Untried } from './probe';

/** One line of what was found. */
export interface Row {
  readonly id: string;
  readonly assumption: number;
  readonly title: string;
  readonly assumed: string;
  readonly seen: string;
  /** `open`: nothing can be said about it. */
  readonly same: 'yes' | 'no' | 'open';
  readonly facts: JsonObject;
}

export interface WalkOptions {
  readonly flags: ReadonlySet<Flag>;
  readonly signal: AbortSignal;
  readonly onRow?: (row: Row) => void;
}

/** Tries one probe after the other. One that fails is noted, and the walk goes on; after an abort it ends. */
export async function walk(
  probes: readonly Probe[],
  api: LiveApi,
  { flags, signal, onRow }: WalkOptions,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const probe of probes) {
    if (signal.aborted) break;
    const { seen, same, facts = {} } = isWanted(probe, flags) ? await tried(probe, api) : unwanted(probe.flag);
    if (signal.aborted) break;
    await stopRunning(api);
    const { id, assumption, title, assumed } = probe;
    const row: Row = {
      id,
      assumption,
      title,
      assumed,
      seen,
      same: same === undefined ? 'open' : same ? 'yes' : 'no',
      facts,
    };
    rows.push(row);
    onRow?.(row);
  }
  return rows;
}

export function isWanted({ flag }: Probe, flags: ReadonlySet<Flag>): boolean {
  return flag === undefined || flags.has(flag);
}

function unwanted(flag: Flag | undefined): Seen {
  return { seen: `not tried: say --with-${flag}` };
}

async function tried(probe: Probe, api: LiveApi): Promise<Seen> {
  try {
    return await probe.run(api);
  } catch (error) {
    const facts = error instanceof Untried ? error.facts : error instanceof RateLimited ? error.answered.facts : {};
    return { seen: `could not be tried: ${whyNot(error, api)}`, facts };
  }
}

function whyNot(error: unknown, { redactor }: LiveApi): string {
  if (error instanceof Untried) return error.message;
  if (error instanceof RateLimited) return `the service asks to wait, ${error.message}`;
  const failure = failureFromThrown(error);
  if (failure) return failure.code ? `${failure.reason} (${redactor.word(failure.code)})` : failure.reason;
  return error instanceof Error ? `${error.name}: ${redactor.message(error.message)}` : 'something was thrown';
}
