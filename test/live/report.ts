import { existsSync, writeFileSync } from 'node:fs';
import manifest from '../../package.json';
import { geminiOrigin } from '../../src/names';
import type { LiveApi } from './liveApi';
import type { Flag } from './probe';
import type { Row } from './walk';

export interface Walked {
  readonly rows: readonly Row[];
  readonly origin: string;
  readonly flags: ReadonlySet<Flag>;
  /** The person broke it off. */
  readonly isStopped: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** All that a person may send us, as JSON. It holds no key, no prompt and no answer, and no id of theirs. */
export function reportOf({ rows, origin, flags, isStopped, at }: Walked, api: LiveApi): string {
  const { interactions, files, unnamed } = api.created;
  const report = {
    format: 'gemini-interactions smoke-live 1',
    date: new Date(at).toISOString(),
    product: manifest.version,
    node: process.versions.node,
    service: origin === geminiOrigin ? 'Google' : 'another address',
    flags: [...flags],
    isStopped,
    rateLimits: api.rateLimits,
    left: { interactions: interactions.size, files: files.size, unnamed },
    rows,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Writes the report to the path, or without one beside earlier ones of the day. Gives back where. */
export function writeReport(
  text: string,
  path: string | undefined,
  folder: (name: string) => string,
  at: number,
): string {
  if (path !== undefined) {
    writeFileSync(path, text);
    return path;
  }
  const day = new Date(at).toISOString().slice(0, 10);
  for (let number = 1; ; number += 1) {
    const free = folder(`smoke-live-${day}${number === 1 ? '' : `-${number}`}.json`);
    if (existsSync(free)) continue;
    writeFileSync(free, text, { flag: 'wx' });
    return free;
  }
}

const head = ['', 'probe', 'assumed', 'seen', 'same?'];
/** The longest a cell of each column becomes before it is broken into lines. Characters. */
const widest = [2, 20, 44, 56, 5];

/** What was found, for the terminal. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map(({ assumption, id, assumed, seen, same }) => [String(assumption), id, assumed, seen, same]);
  const all = [head, ...cells].map((row) => row.map((cell, column) => wrapped(cell, widest[column] ?? 0)));
  const widths = head.map((_, column) =>
    Math.max(...all.flatMap((row) => row[column] ?? []).map((line) => line.length), 0),
  );
  return all
    .flatMap((row) => {
      const height = Math.max(...row.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) =>
        widths
          .map((width, column) => (row[column]?.[line] ?? '').padEnd(width))
          .join('  ')
          .trimEnd(),
      );
    })
    .join('\n');
}

export function sumOf(rows: readonly Row[]): string {
  const count = (same: Row['same']) => rows.filter((row) => row.same === same).length;
  return `${rows.length} probes: ${count('yes')} as assumed, ${count('no')} not, ${count('open')} open`;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
