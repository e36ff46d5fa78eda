import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './repositoryRoot';

/** Milliseconds by test file, as built, below `dist/test`. */
export type Durations = Readonly<Record<string, number>>;

/** What each file took when that was last recorded, by `npm test -- --record-durations`. */
const path = join(repositoryRoot, 'test', 'launch', 'durations.json');

export function readDurations(): Durations {
  const durations: Durations = JSON.parse(readFileSync(path, 'utf8'));
  return durations;
}

/** Puts new figures in the place of older ones of the same files. Files that are gone are dropped. */
export function recordDurations(measured: Durations): void {
  const isThere = (file: string) => existsSync(join(repositoryRoot, 'test', file.replace(/\.js$/, '.ts')));
  const all = Object.entries({ ...readDurations(), ...measured })
    .filter(([file]) => isThere(file))
    .map(([file, ms]) => [file, Math.round(ms / 100) * 100] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(path, `${JSON.stringify(Object.fromEntries(all), undefined, 2)}\n`);
}
