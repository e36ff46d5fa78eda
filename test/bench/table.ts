import type { Figure } from './benchmark';
import { median, quantile } from './statistics';

const head = ['', 'goal', 'median', 'p90', 'min', 'max', 'n', 'ratio'];

/** The figures of one benchmark as lines of text, with the numbers under each other. */
export function toTable(figures: readonly Figure[]): string {
  const rows = [head, ...figures.map(toRow)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => aligned(cell, widths[column] ?? 0, column)).join('  ')).join('\n');
}

function toRow({ what, unit, samples, goal, against }: Figure): string[] {
  const number = (value: number) => value.toFixed(digits(value));
  const middle = median(samples);
  const verdict = goal === undefined ? '' : `≤ ${goal}${middle <= goal ? '' : ' missed'}`;
  const ratio = against === undefined ? '' : `${number(middle / median(against.samples))} × ${against.what}`;
  const spread = [quantile(samples, 0.9), Math.min(...samples), Math.max(...samples)];
  return [
    what,
    verdict,
    `${number(middle)} ${unit}`,
    ...spread.map((value) => (samples.length > 1 ? number(value) : '')),
    String(samples.length),
    ratio,
  ];
}

/** Three figures that mean something, and no more. */
function digits(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Math.min(4, Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

function aligned(cell: string, width: number, column: number): string {
  return column === 0 || column === head.length - 1 ? cell.padEnd(width) : cell.padStart(width);
}
