import type { Claim } from '../../../../../src/core/research/check/claims';

/** A claim whose place does not matter. */
export function claimOf(text: string, url: string): Claim {
  return { text, url, start: 0, end: text.length, mark: { start: text.length, end: text.length + 1 } };
}
