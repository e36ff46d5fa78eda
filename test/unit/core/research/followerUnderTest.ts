import { Emitter } from '../../../../src/core/base/emitter';
import { newJob, type ResearchJob } from '../../../../src/core/research/job/job';
import { JobFollower } from '../../../../src/core/research/jobFollower';
import type { JobOutcome } from '../../../../src/core/research/jobOutcome';
import { ManualClock } from '../../fakes/manualClock';
import { SetService, settled } from './researchUnderTest';

/** A job whose interaction is known. */
export const runningJob: ResearchJob = {
  ...newJob({ question: 'Tides', agent: 'a', planFirst: false }, [], 'r1', 5),
  state: 'running',
  interactionId: 'v1_job',
};

/** A follower of a job in memory, with what it did. */
export function followerOf(job: ResearchJob) {
  const service = new SetService();
  const clock = new ManualClock();
  const seen = {
    job,
    updates: [] as Partial<ResearchJob>[],
    progress: [] as Partial<ResearchJob>[],
    reports: [] as JobOutcome[],
    errors: [] as unknown[],
    isDiskFull: false,
  };
  const follower = new JobFollower(
    {
      interactions: service.port,
      clock,
      now: () => 9,
      onWake: new Emitter<void>().event,
      current: () => seen.job,
      update: async (change) => {
        seen.updates.push(change);
        seen.job = { ...seen.job, ...change };
      },
      progress: (change) => seen.progress.push(change),
      saveReport: async (outcome) => {
        seen.reports.push(outcome);
        if (seen.isDiskFull) throw new Error('full');
        return 'report.md';
      },
      onError: (error) => seen.errors.push(error),
    },
    'v1_job',
  );
  const pass = async (ms: number): Promise<void> => {
    await settled();
    clock.advance(ms);
    await settled();
  };
  return { follower, service, clock, seen, pass };
}
