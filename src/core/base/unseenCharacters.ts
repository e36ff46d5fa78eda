import { hiddenCharacters } from './hiddenCharacters';

/**
 * Characters of code that people cannot see: hidden ones, those without a width, and variation selectors, which can carry a whole
 * message behind one letter. In prose some of these are harmless; in code two names can look alike by them. What joins
 * emoji and letters stays, and so does the selector that makes an emoji of a sign.
 */
export const unseenCharacters = new RegExp(
  `${hiddenCharacters.source}|[\\u200B\\u200E\\u200F\\u2060-\\u2064\\uFEFF\\uFE00-\\uFE0E\\u{E0100}-\\u{E01EF}]|(?<!\\p{Emoji})\\uFE0F`,
  'gu',
);

/** Text as it may be sent: well formed, and with nothing in it that does not show. */
export function withoutUnseen(text: string): string {
  return text.replace(unseenCharacters, '');
}

export function countUnseen(text: string): number {
  return text.match(unseenCharacters)?.length ?? 0;
}
