import type { Check } from './shape';
import { isRecord } from './shape';

/** What code is made of, as far as it has a colour of its own. The panel's variable for each is `--tok-<kind>`. */
export const tokenKinds = [
  'keyword',
  'string',
  'number',
  'comment',
  'function',
  'type',
  'variable',
  'constant',
  'property',
  'tag',
  'meta',
  'heading',
  'added',
  'removed',
] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Colours as `#rrggbb` or `#rrggbbaa`. What a theme says nothing about is absent. */
export type TokenColors = Readonly<Partial<Record<TokenKind, string>>>;

export const tokenColors: Check = (value) =>
  isRecord(value) && tokenKinds.every((kind) => value[kind] === undefined || isColor(value[kind]));

function isColor(value: unknown): boolean {
  return typeof value === 'string' && /^#(?:[\da-f]{6}|[\da-f]{8})$/.test(value);
}
