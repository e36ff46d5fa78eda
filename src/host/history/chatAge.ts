/** The parts of the history's list, newest first. */
export type AgeGroup = 'today' | 'yesterday' | 'lastWeek' | 'older';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/**
 * Which part of the list a chat stands in, by the days of this machine. A chat from the future, as when the clock was set
 * back, is of today. Times are milliseconds since 1970.
 */
export function ageGroup(updatedAt: number, now: number): AgeGroup {
  const days = daysBetween(updatedAt, now);
  if (days <= 0) return 'today';
  if (days === 1) return 'yesterday';
  return days <= 7 ? 'lastWeek' : 'older';
}

/** How long ago, in words: minutes and hours within a day, then days, and the date beyond a week. */
export function relativeAge(updatedAt: number, now: number, language: string): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const days = daysBetween(updatedAt, now);
  if (days > 7) return new Date(updatedAt).toLocaleDateString(language, { dateStyle: 'medium' });
  if (days > 0) return words.format(-days, 'day');
  const ms = Math.max(0, now - updatedAt);
  if (ms < minuteMs) return words.format(0, 'second');
  if (ms < hourMs) return words.format(-Math.floor(ms / minuteMs), 'minute');
  return words.format(-Math.floor(ms / hourMs), 'hour');
}

/** Midnights between two moments. Days are not all 24 hours long, so dates are counted and not hours. */
function daysBetween(earlier: number, later: number): number {
  return dayNumber(later) - dayNumber(earlier);
}

function dayNumber(time: number): number {
  const date = new Date(time);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (24 * hourMs);
}
