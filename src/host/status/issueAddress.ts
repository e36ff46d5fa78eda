import { issuePage } from '../../names';

/** GitHub refuses longer addresses. Characters. */
const longestAddress = 8_000;

/** The page of a new issue with this text in it. Undefined: the text is too long for an address. */
export function issueAddress(body: string): string | undefined {
  const address = `${issuePage}?body=${encodeURIComponent(body.toWellFormed())}`;
  return address.length > longestAddress ? undefined : address;
}
