import { type PanelWords, wordsAttribute } from '../../src/panelWords';

export function readWords(body: HTMLElement): PanelWords {
  // Written by our own host in the same page, so its shape is known.
  return JSON.parse(body.getAttribute(wordsAttribute) ?? '{}') as PanelWords;
}

/** Puts the values in for `{0}`, `{1}` and so on. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
