import type { UsageEntry } from './usageEntry';
import { localDay } from './usageLedger';

/** What several interactions took together. */
export interface UsageSum {
  readonly requests: number;
  readonly input: number;
  readonly cached: number;
  readonly thought: number;
  readonly output: number;
  readonly tool: number;
  readonly searches: number;
  /** US dollars, of those whose price is known. */
  readonly dollars: number;
  /** How many have no price. */
  readonly unpriced: number;
}

export interface UsageRow extends UsageSum {
  /** A day, a model or a purpose. */
  readonly name: string;
}

export interface UsageReport {
  readonly today: UsageSum;
  /** From the first of the month. */
  readonly month: UsageSum;
  /** The last 30 days, also those without any use, the oldest first. */
  readonly days: readonly UsageRow[];
  /** Of the same 30 days, the dearest first. */
  readonly models: readonly UsageRow[];
  readonly purposes: readonly UsageRow[];
}

export const reportedDays = 30;
/** Noon: no change of the clocks leads to another day. Milliseconds. */
const aDay = 24 * 3_600_000;

/** The first local day that a report tells of. `now`: milliseconds since 1970. */
export function firstReportedDay(now: number): string {
  const first = `${localDay(now).slice(0, 8)}01`;
  const oldest = dayBefore(now, reportedDays - 1);
  return first < oldest ? first : oldest;
}

export function usageReport(entries: readonly UsageEntry[], now: number): UsageReport {
  const today = localDay(now);
  const month = today.slice(0, 8);
  const names = Array.from({ length: reportedDays }, (_, back) => dayBefore(now, reportedDays - 1 - back));
  const dayOf = (entry: UsageEntry) => localDay(entry.at);
  const recent = entries.filter((entry) => dayOf(entry) >= (names[0] ?? today));
  return {
    today: sumOf(entries.filter((entry) => dayOf(entry) === today)),
    month: sumOf(entries.filter((entry) => dayOf(entry).startsWith(month))),
    days: names.map((name) => ({ name, ...sumOf(recent.filter((entry) => dayOf(entry) === name)) })),
    models: grouped(recent, ({ model }) => model),
    purposes: grouped(recent, ({ purpose }) => purpose),
  };
}

export function sumOf(entries: readonly Pick<UsageEntry, 'usage' | 'dollars'>[]): UsageSum {
  const total = (of: (entry: Pick<UsageEntry, 'usage' | 'dollars'>) => number | undefined) =>
    entries.reduce((sum, entry) => sum + (of(entry) ?? 0), 0);
  return {
    requests: entries.length,
    input: total(({ usage }) => usage?.input),
    cached: total(({ usage }) => usage?.cached),
    thought: total(({ usage }) => usage?.thought),
    output: total(({ usage }) => usage?.output),
    tool: total(({ usage }) => usage?.toolUse),
    searches: total(({ usage }) => Object.values(usage?.grounding ?? {}).reduce((sum, count) => sum + count, 0)),
    dollars: total(({ dollars }) => dollars),
    unpriced: entries.filter(({ dollars }) => dollars === undefined).length,
  };
}

function grouped(entries: readonly UsageEntry[], nameOf: (entry: UsageEntry) => string): readonly UsageRow[] {
  const groups = new Map<string, UsageEntry[]>();
  for (const entry of entries) groups.set(nameOf(entry), [...(groups.get(nameOf(entry)) ?? []), entry]);
  const rows = [...groups].map(([name, own]) => ({ name, ...sumOf(own) }));
  return rows.sort((a, b) => b.dollars - a.dollars || b.requests - a.requests);
}

function dayBefore(now: number, days: number): string {
  const noon = new Date(now).setHours(12, 0, 0, 0);
  return localDay(noon - days * aDay);
}
