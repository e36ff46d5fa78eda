/** Puts the values in for `{0}`, `{1}` and so on, in a template that the host has translated. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
