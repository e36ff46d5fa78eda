/** The service writes 64-bit numbers as texts. What is none counts as 0. */
export function numberOf(text: string | number | undefined): number {
  const number = Number(text ?? 0);
  return Number.isFinite(number) ? number : 0;
}

/** Milliseconds since 1970. Undefined: the service does not say it. */
export function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : time;
}
