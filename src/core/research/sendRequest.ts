import type { Clock } from '../base/clock';
import { Failure } from '../base/failure';
import type { JsonObject } from '../base/json';
import { answerWithin } from '../interactions/deadline';
import type { AgentRequest, InputContent, Interactions } from '../interactions/port';
import type { ResearchJob } from './job/job';

/** A start without an answer by then may have been accepted all the same. Milliseconds. */
const startMs = 120_000;

/**
 * The request of a job. The agent refuses instructions, functions and a schema, and has tools of its own: search, reading
 * pages and running code. Source: SDK `DeepResearchAgentConfig`.
 */
export function requestOf(
  job: ResearchJob,
  context: readonly InputContent[],
  tools: readonly JsonObject[],
): AgentRequest {
  const plan = job.plans.at(-1);
  const previousInteractionId = plan?.interactionId ?? job.continues;
  return {
    agent: job.agent,
    // What went along with the question is part of the interaction before.
    input: [...(plan ? [] : context), { type: 'text', text: job.said }],
    ...(previousInteractionId !== undefined && { previousInteractionId }),
    ...(tools.length > 0 && { tools }),
    agentConfig: {
      type: 'deep-research',
      thinking_summaries: 'auto',
      visualization: 'auto',
      collaborative_planning: job.task === 'plan',
    },
  };
}

/** Starts an agent, with exactly one request. Resolves with the id of the interaction, rejects with a Failure. */
export async function sendRequest(interactions: Interactions, clock: Clock, request: AgentRequest): Promise<string> {
  try {
    const never = new AbortController().signal;
    const started = await answerWithin(startMs, clock, never, (own) => interactions.startAgent(request, own));
    if (started === 'late') throw new Failure('timedOut');
    if (started.id === '') throw new Failure('malformedAnswer');
    return started.id;
  } catch (error) {
    throw error instanceof Failure ? error : new Failure('unknown', { cause: error });
  }
}

/**
 * Whether it is certain that no job runs: nothing was sent, or the service refused it. An answer of a server that stands
 * in between, or of one that has failed, says nothing about what it did before.
 */
export function isRefused({ notSent, status, reason }: Failure): boolean {
  if (notSent || reason === 'noKey') return true;
  if (status === undefined || status === 408) return false;
  return (status >= 400 && status < 500) || status === 503 || status === 501;
}
