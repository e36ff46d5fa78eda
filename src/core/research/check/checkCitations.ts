import { Failure, type FailureReason, traits } from '../../base/failure';
import { Answer } from '../../conversation/answer';
import { type AskServices, ask } from '../../conversation/ask';
import { smallModel } from '../../models/modelTable';
import { checkRequest, type Finding, readFindings } from './checkRequest';
import type { Claim } from './claims';

/** How many claims go along with one page. */
const mostClaims = 12;
/** How many pages are read at the same time. */
const atOnce = 3;

export interface CheckedClaim {
  readonly claim: Claim;
  /** Undefined: it could not be checked. */
  readonly finding: Finding | undefined;
}

export interface CheckResult {
  /** In the order of the report. */
  readonly checked: readonly CheckedClaim[];
  /** Why some claims could not be checked. */
  readonly failure: FailureReason | undefined;
  /** All tokens of all requests. */
  readonly tokens: number;
}

/** The claims of a report by the page that they rest on, as they are asked for: one request each. */
export function batchesOf(claims: readonly Claim[]): readonly (readonly Claim[])[] {
  const byUrl = new Map<string, Claim[]>();
  for (const claim of claims) byUrl.set(claim.url, [...(byUrl.get(claim.url) ?? []), claim]);
  return [...byUrl.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / mostClaims) }, (_, at) =>
      all.slice(at * mostClaims, (at + 1) * mostClaims),
    ),
  );
}

/** What a check costs: a page is some thousand tokens, and a claim some dozen. US dollars, rounded up to a cent. */
export function checkCost(claims: readonly Claim[]): { readonly requests: number; readonly dollars: number } {
  const requests = batchesOf(claims).length;
  const input = requests * tokensOfPage + claims.length * 60;
  const output = claims.length * 120;
  const dollars = (input * smallModel.price.input + output * smallModel.price.output) / million;
  return { requests, dollars: Math.max(0.01, Math.ceil(dollars * 100) / 100) };
}

/** A long page. */
const tokensOfPage = 15_000;
/** A price is for a million tokens. */
const million = 1_000_000;

/**
 * Checks each claim against its page. `onDone` is given how many requests were answered. What fails leaves its claims
 * unchecked, and what would fail for all others ends the check. Rejects only with what is not a Failure.
 */
export async function checkCitations(
  services: AskServices,
  claims: readonly Claim[],
  signal: AbortSignal,
  onDone: (count: number) => void = () => {},
): Promise<CheckResult> {
  const batches = [...batchesOf(claims)];
  const findings = new Map<Claim, Finding | undefined>();
  let failure: FailureReason | undefined;
  let tokens = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let batch = batches.shift(); batch && !signal.aborted; batch = batches.shift()) {
      const answer = new Answer();
      try {
        await checkPage(services, batch, answer, signal, findings);
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Failure)) throw error;
        failure = error.reason;
        if (traits[error.reason].stopsBatch) batches.length = 0;
      }
      tokens += answer.usage?.total ?? 0;
      done += 1;
      onDone(done);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { checked: claims.map((claim) => ({ claim, finding: findings.get(claim) })), failure, tokens };
}

async function checkPage(
  services: AskServices,
  batch: readonly Claim[],
  answer: Answer,
  signal: AbortSignal,
  findings: Map<Claim, Finding | undefined>,
): Promise<void> {
  const [first] = batch;
  if (!first) return;
  const outcome = await ask(services, checkRequest(first.url, batch), answer, signal);
  if (outcome.status === 'failed') throw new Failure(outcome.failure.reason);
  const text = answer.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');
  readFindings(text, batch.length).forEach((finding, at) => {
    const claim = batch[at];
    if (claim) findings.set(claim, finding);
  });
}
