import * as l10n from '@vscode/l10n';

/** A time in milliseconds as people say it: with tenths below ten seconds, and with minutes from one minute on. */
export function durationText(ms: number): string {
  return ms < 10_000 ? l10n.t('{0} s', decimal(ms / 1000)) : secondsText(ms);
}

/** The same in whole seconds. */
export function secondsText(ms: number, round: (seconds: number) => number = Math.round): string {
  const seconds = round(ms / 1000);
  if (seconds < 60) return l10n.t('{0} s', seconds);
  return l10n.t('{0} min {1} s', Math.floor(seconds / 60), seconds % 60);
}

/** How many tokens, in three digits at most. */
export function tokensText(count: number): string {
  if (count === 1) return l10n.t('1 token');
  if (count < 1_000) return l10n.t('{0} tokens', count);
  if (count < 999_950) return l10n.t('{0}k tokens', short(count / 1_000));
  return l10n.t('{0}M tokens', short(count / 1_000_000));
}

function short(value: number): string {
  return value < 99.95 ? decimal(value) : String(Math.round(value));
}

/** With the comma or the point of the user's language. */
function decimal(value: number): string {
  const { lang } = document.documentElement;
  return value.toLocaleString(lang === '' ? 'en' : lang, { maximumFractionDigits: 1 });
}
