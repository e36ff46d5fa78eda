import type { FailureReason } from '../base/failure';
import type { Interaction } from '../interactions/events';
import type { Step } from '../interactions/steps';
import type { ResearchJob } from './job/job';
import { hasText, plainTextOf } from './report/agentWords';

/** What the end of an interaction makes of its job. */
export interface JobOutcome {
  readonly change: Partial<ResearchJob>;
  /** The steps that a report is made of. Undefined: there is nothing to report. */
  readonly steps?: readonly Step[];
}

/**
 * What follows from the status with which an interaction ended. `live`: what its streams have brought, which counts where
 * the service gives back less. What an agent wrote is kept however it ended: it is paid for.
 */
export function outcomeOfJob(job: ResearchJob, found: Interaction, live: readonly Step[], now: number): JobOutcome {
  const steps = hasText(found.steps) ? found.steps : live;
  const end = {
    isCancelWanted: false,
    progress: '',
    tokens: Math.max(job.tokens, found.usage?.total ?? 0),
    failure: undefined,
    ending: found.rawStatus,
    endedAt: now,
    isTold: false,
  };
  return job.task === 'plan' ? planned(job, found, steps, end) : reported(found, steps, end);
}

function planned(job: ResearchJob, found: Interaction, steps: readonly Step[], end: Partial<ResearchJob>): JobOutcome {
  const text = plainTextOf(steps);
  if (found.status === 'completed' && text !== '') {
    const plan = { said: job.said, interactionId: found.id || (job.interactionId ?? ''), text };
    return { change: { ...end, state: 'planned', plans: [...job.plans, plan] } };
  }
  if (found.status === 'cancelled') {
    return { change: { ...end, state: job.plans.length > 0 ? 'planned' : 'cancelled' } };
  }
  // The plan before still stands.
  return { change: { ...end, state: job.plans.length > 0 ? 'planned' : 'failed', failure: reasonOf(found) } };
}

function reported(found: Interaction, steps: readonly Step[], end: Partial<ResearchJob>): JobOutcome {
  const report = hasText(steps) ? { steps } : {};
  switch (found.status) {
    case 'cancelled':
      return { change: { ...end, state: 'cancelled' }, ...report };
    case 'failed':
      return { change: { ...end, state: 'failed', failure: reasonOf(found) }, ...report };
    default:
      if (hasText(steps)) return { change: { ...end, state: 'done' }, steps };
      return { change: { ...end, state: 'failed', failure: reasonOf(found) } };
  }
}

function reasonOf({ status, errors }: Interaction): FailureReason {
  const said = errors[0]?.reason;
  if (said) return said;
  if (status === 'budget_exceeded') return 'budgetExceeded';
  return status === 'failed' ? 'generationFailed' : 'emptyAnswer';
}
