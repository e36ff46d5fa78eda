import type { ResearchJob } from './job';

/** Which research a command means. */
export type MeantJob =
  | { readonly kind: 'one'; readonly job: ResearchJob }
  /** The one that was clicked, with which it cannot be done now. */
  | { readonly kind: 'notNow'; readonly job: ResearchJob }
  | { readonly kind: 'none' }
  | { readonly kind: 'choose'; readonly jobs: readonly ResearchJob[] };

/**
 * Which research a command means. `clicked`: the one whose button or row was pressed. It is never taken for another one:
 * a second click on "Start Research" must not start the next plan. `inFront`: the one that is looked at.
 */
export function meantJob(
  all: readonly ResearchJob[],
  { clicked, inFront }: { readonly clicked: ResearchJob | undefined; readonly inFront: ResearchJob | undefined },
  isMeant: (job: ResearchJob) => boolean,
): MeantJob {
  if (clicked) return isMeant(clicked) ? { kind: 'one', job: clicked } : { kind: 'notNow', job: clicked };
  if (inFront && isMeant(inFront)) return { kind: 'one', job: inFront };
  const jobs = all.filter(isMeant);
  const [only] = jobs;
  if (!only) return { kind: 'none' };
  return jobs.length === 1 ? { kind: 'one', job: only } : { kind: 'choose', jobs };
}
