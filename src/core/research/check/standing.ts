import type { CheckedClaim } from './checkCitations';
import { type Claim, claimsIn } from './claims';

/**
 * The claims that were checked, where they stand in the report as it is now. One whose words or page are others by now is
 * missing: what was found says nothing about it.
 */
export function standing(markdown: string, checked: readonly CheckedClaim[]): readonly CheckedClaim[] {
  const now = new Map<string, Claim[]>();
  for (const claim of claimsIn(markdown)) now.set(keyOf(claim), [...(now.get(keyOf(claim)) ?? []), claim]);
  // Those of the same words and page come in their order.
  return checked.flatMap((one) => {
    const claim = now.get(keyOf(one.claim))?.shift();
    return claim ? [{ ...one, claim }] : [];
  });
}

function keyOf({ url, text }: Claim): string {
  return `${url}\n${text}`;
}
