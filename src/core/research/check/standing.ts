import { redirectHost } from '../report/redirects';
import { hostOf } from '../report/sourceList';
import type { CheckedClaim } from './checkCitations';
import { type Claim, claimsIn } from './claims';

/**
 * The claims that were checked, where they stand in the report as it is now. One whose words or page are others by now is
 * missing: what was found says nothing about it. An address of Google that gave way to that of the page is the same page.
 */
export function standing(markdown: string, checked: readonly CheckedClaim[]): readonly CheckedClaim[] {
  const now = new Map<string, Claim[]>();
  for (const claim of claimsIn(markdown)) now.set(claim.text, [...(now.get(claim.text) ?? []), claim]);
  return checked.flatMap((one) => {
    const same = now.get(one.claim.text) ?? [];
    // Those of the same words and page come in their order.
    const at = same.findIndex(({ url }) => isSamePage(one.claim.url, url));
    const [claim] = at < 0 ? [] : same.splice(at, 1);
    return claim ? [{ ...one, claim }] : [];
  });
}

function isSamePage(checked: string, now: string): boolean {
  return checked === now || (hostOf(checked) === redirectHost && hostOf(now) !== redirectHost);
}
