import { type JsonObject, textField } from '../../src/core/base/json';
import type { Answered } from './answered';
import type { Call } from './calls';
import type { LiveApi, StreamOptions } from './liveApi';
import { Streamed } from './streamed';

/** What is asked only if the person says so, since it costs more than a few cents. */
export const flags = ['research', 'long', 'image', 'maps', 'agent'] as const;
export type Flag = (typeof flags)[number];

/** What a probe may cost beyond the tokens that its requests name. */
export interface Extra {
  /** Tokens that tools put into the input by themselves. */
  readonly toolTokens?: number;
  readonly dollars?: number;
  /** What cannot be put in figures. */
  readonly note?: string;
}

export interface Seen {
  /** One line for the table: codes, types, counts and times, and never content. */
  readonly seen: string;
  /** Whether it is as assumed. Undefined: there is nothing to compare. */
  readonly same?: boolean;
  /** Details for the file. The same holds for them. */
  readonly facts?: JsonObject;
}

/** What a probe says of itself. */
export interface Head {
  readonly id: string;
  /** The number of the assumption that it looks into; see `assumptions.ts`. */
  readonly assumption: number;
  readonly title: string;
  /** What the product counts on. Several alternatives are divided by ` or `. */
  readonly assumed: string;
  readonly flag?: Flag;
  readonly extra?: Extra;
}

/** Finds out one thing about the service. */
export interface Probe extends Head {
  /** All that it sends, in order, for the plan. None: it cannot be tried. */
  requests(): readonly Call[];
  /** Rejects with `Untried` when the service does not let it get to its point. */
  run(api: LiveApi): Promise<Seen>;
}

/** Why a probe did not get to its point. The message holds no content. */
export class Untried extends Error {
  override readonly name = 'Untried';

  constructor(
    message: string,
    readonly facts: JsonObject = {},
  ) {
    super(message);
  }
}

/** A probe of one request whose answer says it all. */
export function oneRequest(head: Head, call: Call): Probe {
  return { ...head, requests: () => [call], run: async (api) => compare(head.assumed, await api.send(call)) };
}

/** Stands in the table for what we do not try, with the reason. */
export function notTried(head: Head, why: string): Probe {
  return { ...head, requests: () => [], run: async () => ({ seen: `not tried: ${why}` }) };
}

export function compare(assumed: string, { words, facts }: Answered): Seen {
  return { seen: words, same: isAsAssumed(assumed, words), facts };
}

/** What the product makes of a refusal counts only where the assumption names it. */
export function isAsAssumed(assumed: string, seen: string): boolean {
  return assumed.split(' or ').some((one) => seen === one || seen.startsWith(`${one} ->`));
}

/** The answer to a request that only prepares for the one that matters. */
export async function sendFirst(api: LiveApi, call: Call): Promise<Answered> {
  const answered = await api.send(call);
  if (answered.failure) throw new Untried(`a request before it was answered ${answered.words}`, answered.facts);
  return answered;
}

/** An interaction that Google keeps, or that runs in the background, by its id. */
export async function storedFirst(api: LiveApi, call: Call): Promise<{ readonly id: string; readonly made: Answered }> {
  const made = await sendFirst(api, call);
  const id = textField(made.body, 'id');
  if (!id) throw new Untried(`the answer has no id: ${made.words}`, made.facts);
  return { id, made };
}

/** A stream that is expected to begin. */
export async function streamFirst(api: LiveApi, call: Call, options?: StreamOptions): Promise<Streamed> {
  const streamed = await api.stream(call, options);
  if (streamed instanceof Streamed) return streamed;
  throw new Untried(`the stream was answered ${streamed.words}`, streamed.facts);
}

/** What several probes look at is asked for once. */
export function shared<T>(make: (api: LiveApi) => Promise<T>): (api: LiveApi) => Promise<T> {
  const made = new WeakMap<LiveApi, Promise<T>>();
  return (api) => {
    const known = made.get(api) ?? make(api);
    made.set(api, known);
    return known;
  };
}
