import { isJsonObject, numberField, objectField, textField } from '../base/json';
import { type Purpose, purposes } from '../interactions/purpose';
import type { Usage } from '../interactions/usage';

/** What one interaction took. Never a prompt or an answer. */
export interface UsageEntry {
  /** When it ended. Milliseconds since 1970. */
  readonly at: number;
  /** The model that answered, or the agent. Empty: not known. */
  readonly model: string;
  readonly purpose: Purpose;
  /** Undefined: it began, and the service has not said what it took. It may be billed. */
  readonly usage: Usage | undefined;
  /** US dollars, by the table of prices of that day. Undefined: the price is not known. */
  readonly dollars?: number | undefined;
  /** `dollars` is Google's usual cost of such a run, and not counted from tokens. */
  readonly isEstimate?: boolean | undefined;
  /** Names the interaction, so that one that is met twice counts once. Empty: it is not stored, and met once only. */
  readonly mark: string;
}

/** An entry as a line of the ledger, with its line break. */
export function encodeEntry({ at, model, purpose, usage, dollars, isEstimate, mark }: UsageEntry): string {
  const line = {
    t: new Date(at).toISOString(),
    m: model,
    k: purpose,
    ...(usage && {
      in: usage.input,
      cached: usage.cached,
      thought: usage.thought,
      out: usage.output,
      tool: usage.toolUse,
      total: usage.total,
      ...(Object.keys(usage.grounding).length > 0 && { search: usage.grounding }),
    }),
    ...(dollars !== undefined && { usd: Number(dollars.toFixed(8)) }),
    ...(isEstimate && { about: true }),
    ...(mark !== '' && { x: mark }),
  };
  return `${JSON.stringify(line)}\n`;
}

/** The entries of a file. A line that is torn or of a later version is left out. */
export function readEntries(text: string): readonly UsageEntry[] {
  return text.split('\n').flatMap((line) => readEntry(line) ?? []);
}

/** What is met twice counts once: the earliest word on what it took. */
export function withoutRepeats(entries: readonly UsageEntry[]): readonly UsageEntry[] {
  const said = new Map<string, UsageEntry>();
  for (const entry of entries) {
    const known = said.get(entry.mark);
    if (entry.mark !== '' && (!known || (!known.usage && entry.usage))) said.set(entry.mark, entry);
  }
  return entries.filter((entry) => entry.mark === '' || said.get(entry.mark) === entry);
}

function readEntry(line: string): UsageEntry | undefined {
  let wire: unknown;
  try {
    wire = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (!isJsonObject(wire)) return undefined;
  const at = Date.parse(textField(wire, 't') ?? '');
  const purpose = purposes.find((known) => known === (isJsonObject(wire) && wire.k));
  if (!Number.isFinite(at) || purpose === undefined) return undefined;
  const count = (key: string) => (isJsonObject(wire) ? (numberField(wire, key) ?? 0) : 0);
  const search = Object.entries(objectField(wire, 'search') ?? {}).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number',
  );
  return {
    at,
    model: textField(wire, 'm') ?? '',
    purpose,
    usage:
      numberField(wire, 'total') === undefined
        ? undefined
        : {
            input: count('in'),
            cached: count('cached'),
            thought: count('thought'),
            output: count('out'),
            toolUse: count('tool'),
            total: count('total'),
            grounding: Object.fromEntries(search),
          },
    dollars: numberField(wire, 'usd'),
    isEstimate: wire.about === true ? true : undefined,
    mark: textField(wire, 'x') ?? '',
  };
}
