import type { FailureReason } from '../../base/failure';

export const researchStates = [
  'starting',
  'running',
  'planned',
  'done',
  'failed',
  'cancelled',
  'uncertain',
  'lost',
] as const;
/**
 * - `starting`: the request may be on its way. It is on disk as `attempts`, and is sent once at most.
 * - `planned`: a plan is there, and nothing runs until the user says yes.
 * - `done`, `failed`, `cancelled`: the service said so. `ending` is its word.
 * - `uncertain`: the request was cut off, so the job may be running and billed although its id is not known.
 * - `lost`: how the job stands is not known, and `failure` says why. It is asked for again at each start, after each
 *   change of the key, and when the user wants it.
 */
export type ResearchState = (typeof researchStates)[number];

export const researchTasks = ['plan', 'report'] as const;
/** What an interaction of a job makes. */
export type ResearchTask = (typeof researchTasks)[number];

/** A plan as the agent proposed it. */
export interface ResearchPlan {
  /** What the user had said: the question, or how the plan before should change. */
  readonly said: string;
  readonly interactionId: string;
  /** Markdown. */
  readonly text: string;
}

/** A Deep Research job as it is kept on disk. */
export interface ResearchJob {
  readonly id: string;
  readonly question: string;
  /** The names of what goes along with the question. */
  readonly context: readonly string[];
  readonly agent: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly state: ResearchState;
  readonly task: ResearchTask;
  /** What the user says with the request of now: the question, a wish about the plan, or yes. */
  readonly said: string;
  /** The plans so far. The last one stands. */
  readonly plans: readonly ResearchPlan[];
  /** How many requests were meant to be sent. Each is sent once at most. */
  readonly attempts: number;
  /** When the last of them was. Milliseconds since 1970. */
  readonly attemptedAt: number;
  /** The interaction of the last request. */
  readonly interactionId: string | undefined;
  /** The user wants it cancelled, and the service has not said yes. */
  readonly isCancelWanted: boolean;
  /** The headline of what the agent does now. */
  readonly progress: string;
  /** How many searches it has made. */
  readonly searches: number;
  /** All tokens so far. 0: the service has not said. */
  readonly tokens: number;
  readonly failure: FailureReason | undefined;
  /** The service's word for how the report ended, such as `incomplete`. */
  readonly ending: string | undefined;
  /** Milliseconds since 1970. */
  readonly endedAt: number | undefined;
  /** The file name of the report. Undefined: there is none. Of a job that is not `done` the report is a part of one. */
  readonly report: string | undefined;
  /** The job whose question is asked again. */
  readonly againOf: string | undefined;
  /** The interaction that the research builds on. */
  readonly continues: string | undefined;
  /** Whether the user was told of this state by a notice. */
  readonly isTold: boolean;
  /** False: its interactions were deleted at Google. */
  readonly isAtGoogle: boolean;
}

/** What is asked for. */
export interface ResearchQuestion {
  readonly question: string;
  readonly agent: string;
  /** True: the agent proposes a plan first. */
  readonly planFirst: boolean;
  /** What is sent, where that is more than the question. */
  readonly said?: string;
  readonly againOf?: string;
  readonly continues?: string;
}

/** A job before anything came of it. */
export function newJob(
  { question, agent, planFirst, said = question, againOf, continues }: ResearchQuestion,
  context: readonly string[],
  id: string,
  now: number,
): ResearchJob {
  return {
    id,
    question,
    context,
    agent,
    createdAt: now,
    state: 'starting',
    task: planFirst ? 'plan' : 'report',
    said,
    plans: [],
    attempts: 1,
    attemptedAt: now,
    interactionId: undefined,
    isCancelWanted: false,
    progress: '',
    searches: 0,
    tokens: 0,
    failure: undefined,
    ending: undefined,
    endedAt: undefined,
    report: undefined,
    againOf,
    continues,
    isTold: false,
    isAtGoogle: true,
  };
}

/** The job with a further request that is to be sent. */
export function withAttempt(job: ResearchJob, task: ResearchTask, said: string, now: number): ResearchJob {
  return {
    ...job,
    state: 'starting',
    task,
    said,
    attempts: job.attempts + 1,
    attemptedAt: now,
    interactionId: undefined,
    isCancelWanted: false,
    progress: '',
    failure: undefined,
    ending: undefined,
    isTold: false,
  };
}

/** Whether something runs at Google, as far as is known. */
export function isOpen({ state }: ResearchJob): boolean {
  return state === 'starting' || state === 'running';
}

/** Whether the service has to be asked how the job stands. */
export function isUnsettled(job: ResearchJob): boolean {
  return isOpen(job) || job.state === 'lost';
}

/** The interactions of a job that may be at Google. */
export function interactionIdsOf({ plans, interactionId, isAtGoogle }: ResearchJob): readonly string[] {
  const ids = [...plans.map((plan) => plan.interactionId), ...(interactionId === undefined ? [] : [interactionId])];
  return isAtGoogle ? [...new Set(ids)] : [];
}

/** The start was cut off, and the service has no list to look it up in. */
export const uncertain: Partial<ResearchJob> = { state: 'uncertain', failure: undefined };

/** Where a job stands whose request was not taken: a plan still stands. */
export function backFrom({ plans }: ResearchJob): Partial<ResearchJob> {
  const plan = plans.at(-1);
  return plan ? { state: 'planned', task: 'plan', interactionId: plan.interactionId } : { state: 'failed' };
}
