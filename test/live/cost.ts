import { type JsonObject, numberField, objectField, textField } from '../../src/core/base/json';
import { type Call, isCreate } from './calls';
import type { Extra, Probe } from './probe';

/** The day on which the prices below were looked up. */
const pricesOf = '2026-11-28';

/**
 * Dollars for a million tokens; the dearer one where a price is about to change. Source: doc page "Gemini Developer API
 * pricing". What is not listed counts as the dearest.
 */
const dearest = { input: 4, output: 20 };
const prices: Readonly<Record<string, typeof dearest>> = {
  'gemini-3.8-flash': { input: 1.5, output: 7.5 },
  'gemini-flash-latest': { input: 1.5, output: 7.5 },
  'gemini-4-hydrogen': { input: 1.5, output: 7.5 },
};

/** No model reads more. Tokens. */
const mostInput = 1_048_576;

/** The most that something can cost. */
export interface Bound {
  readonly requests: number;
  readonly input: number;
  readonly output: number;
  readonly dollars: number;
  readonly notes: readonly string[];
}

/** A bound for some probes together. What they share is asked for once and counts once. */
export function boundOf(probes: readonly Probe[]): Bound {
  const calls = new Set<Call>();
  const extras = new Set<Extra>();
  const bound = { requests: 0, input: 0, output: 0, dollars: 0, notes: [] as string[] };
  for (const { requests, extra } of probes) {
    // Later requests of a probe may take along what the earlier ones were answered.
    let earlier = 0;
    for (const call of requests()) {
      if (calls.has(call)) continue;
      calls.add(call);
      bound.requests += 1;
      if (!isCreate(call) || !call.body) continue;
      const { input, output, dollars } = boundOfCall(call.body, earlier);
      earlier += input + output;
      bound.input += input;
      bound.output += output;
      bound.dollars += dollars;
    }
    if (!extra || extras.has(extra)) continue;
    extras.add(extra);
    const { toolTokens = 0, dollars = 0, note } = extra;
    bound.input += toolTokens;
    bound.dollars += dollars + (toolTokens * dearest.input) / 1e6;
    if (note !== undefined) bound.notes.push(note);
  }
  return bound;
}

/** A token is one byte at least, and `max_output_tokens` counts thoughts as well. */
function boundOfCall(body: JsonObject, earlier: number) {
  const input = Math.min(mostInput, Buffer.byteLength(JSON.stringify(body)) + earlier);
  const output = numberField(objectField(body, 'generation_config') ?? {}, 'max_output_tokens') ?? 0;
  const price = prices[textField(body, 'model') ?? ''] ?? dearest;
  return { input, output, dollars: (input * price.input + output * price.output) / 1e6 };
}

export function boundWords({ requests, input, output, dollars }: Bound): string {
  const tokens = `${input.toLocaleString('en')} tokens in and ${output.toLocaleString('en')} out`;
  return `${requests} requests, at most ${tokens}, at most $${dollars.toFixed(2)} by the prices of ${pricesOf}`;
}
