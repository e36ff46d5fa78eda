import type { StorageFiles } from '../storage/files/files';
import { encodeEntry, readEntries, type UsageEntry, withoutRepeats } from './usageEntry';

const folder = 'v1/usage';
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What all windows have used, a file for each local day: `v1/usage/2026-11-29.jsonl`. Rejects with the system's error. */
export class UsageLedger {
  constructor(private readonly files: StorageFiles) {}

  async append(entry: UsageEntry): Promise<void> {
    const bytes = encoder.encode(encodeEntry(entry));
    await this.files.append(pathOf(localDay(entry.at)), bytes, { create: true, durable: false });
  }

  /** What was used on the local days from `first` to `last`, both among them, in the order it was written. */
  async between(first: string, last: string): Promise<readonly UsageEntry[]> {
    const names = (await this.files.list(folder)).map(({ name }) => /^(\d{4}-\d\d-\d\d)\.jsonl$/.exec(name)?.[1]);
    const days = names.filter((day) => day !== undefined).filter((day) => first <= day && day <= last);
    const texts = await Promise.all(days.sort().map((day) => this.files.read(pathOf(day))));
    return withoutRepeats(texts.flatMap((bytes) => readEntries(decoder.decode(bytes))));
  }
}

/** A day on the clock of the wall, as in `2026-11-29`: budgets and people go by it. */
export function localDay(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

function pathOf(day: string): string {
  return `${folder}/${day}.jsonl`;
}
