const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];

/** How far a moment is from now, before or after it, in words: "3 hours ago", "in 45 hours". Days only from the third on. */
export function relativeTime(at: number, now: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const ms = at - now;
  const found = units.find(([unit, long]) => Math.abs(ms) >= (unit === 'day' ? 3 * long : long));
  return found ? words.format(Math.trunc(ms / found[1]), found[0]) : words.format(0, 'second');
}
