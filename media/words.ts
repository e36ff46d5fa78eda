import { type PanelWords, wordsAttribute } from '../src/panelWords';
import type { ToHost } from '../src/protocol';
import type { Diagrams } from './diagram/diagrams';

/** What every part of the panel needs: the texts, and the way to the host. */
export interface PanelContext {
  readonly words: PanelWords;
  readonly post: (message: ToHost) => void;
  /** Told of each text to which nothing comes any more. */
  readonly onTextEnd?: (text: HTMLElement) => void;
  /** Absent where diagrams stay text. */
  readonly diagrams?: Diagrams;
}

export function readWords(body: HTMLElement): PanelWords {
  // Written by our own host in the same page, so its shape is known.
  return JSON.parse(body.getAttribute(wordsAttribute) ?? '{}') as PanelWords;
}

/** Puts the values in for `{0}`, `{1}` and so on. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}
