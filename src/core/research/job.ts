import type { FailureReason } from '../base/failure';

export const researchStates = [
  'starting',
  'running',
  'cancelling',
  'done',
  'failed',
  'cancelled',
  'uncertain',
  'lost',
] as const;
/**
 * - `uncertain`: the start was cut off, so the job may be running and billed although its id is not known.
 * - `lost`: the job could not be followed to its end, and how it stands is not known. It may be running and billed, and
 *   `ResearchJobs.lookAgain` follows it once more. `failure` says why: `notFound`, `timedOut` (the service calls it
 *   unfinished for hours) or `unknown` (a bug).
 */
export type ResearchState = (typeof researchStates)[number];

/** A Deep Research job as it is kept on disk. */
export interface ResearchJob {
  readonly id: string;
  readonly question: string;
  readonly agent: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly state: ResearchState;
  readonly interactionId: string | undefined;
  /** Where a resumed stream goes on. */
  readonly lastEventId: string | undefined;
  /** The headline of what the agent does now. */
  readonly progress: string;
  readonly failure: FailureReason | undefined;
}

export function isOpen(job: ResearchJob): boolean {
  return job.state === 'starting' || job.state === 'running' || job.state === 'cancelling';
}

/** Where jobs are kept. A save is whole or not there. */
export interface ResearchStore {
  saveJob(job: ResearchJob): Promise<void>;
  /** All jobs, the latest first. */
  loadJobs(): Promise<readonly ResearchJob[]>;
  /** Writes the finished report where people can open it. */
  saveReport(job: ResearchJob, report: Report): Promise<void>;
  /** Whether a job was unfinished at the last save. Known without reading the disk. */
  readonly mayHaveOpenJobs: boolean;
}

export interface Report {
  readonly markdown: string;
  /** File name and base64 data of each picture the text shows. */
  readonly pictures: readonly { readonly name: string; readonly data: string }[];
}
