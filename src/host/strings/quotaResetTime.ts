import * as vscode from 'vscode';

/** When daily quotas are renewed, as a time of the day here. `now`: milliseconds since 1970. */
export function quotaResetTime(now: number): string {
  return timeOfDay(nextPacificMidnight(now));
}

/** When daily quotas are renewed, in milliseconds since 1970. On the two days a year the clocks change, an hour off. */
function nextPacificMidnight(now: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    hourCycle: 'h23',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(now);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const secondsToday = value('hour') * 3600 + value('minute') * 60 + value('second');
  return now - (now % 1000) + (24 * 3600 - secondsToday) * 1000;
}

function timeOfDay(time: number): string {
  return new Date(time).toLocaleTimeString(vscode.env.language, { hour: 'numeric', minute: '2-digit' });
}
