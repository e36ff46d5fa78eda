import type { JsonObject } from '../base/json';
import type { Interaction } from '../interactions/events';
import type { Step } from '../interactions/steps';
import type { ResearchJob } from './job/job';
import type { JobOutcome } from './jobOutcome';
import type { Report } from './report/report';
import { slugOf } from './report/slug';
import type { ResearchFiles } from './researchFiles';
import type { ResearchWords } from './words';

/** Keeps the answer as the service gave it, and the report that is made of it. Resolves with the file name of the report. */
export async function saveJobReport(
  { files, words }: { readonly files: ResearchFiles; readonly words: ResearchWords },
  job: ResearchJob,
  { change }: JobOutcome,
  steps: readonly Step[],
  found: Interaction,
): Promise<string> {
  const ended = { ...job, ...change };
  // First what was paid for: a report can be made of it at any time.
  await files.saveInteraction(job.id, interactionOf(ended, steps, found));
  const name = `${slugOf(job.question)}.md`;
  await files.saveReport(job.id, name, await reportOf(ended, steps, words));
  return name;
}

/** The report of a job, made of the steps of its interaction. */
async function reportOf(job: ResearchJob, steps: readonly Step[], words: ResearchWords): Promise<Report> {
  const { toReport } = await import('./report/report');
  const { question, agent, createdAt, interactionId = '', tokens, ending = '' } = job;
  return toReport({
    question,
    steps,
    matter: { question, agent, createdAt, interactionId, tokens, cost: words.cost(agent), status: ending },
    words: { ...words, partial: words.partial(ending) },
  });
}

function interactionOf(job: ResearchJob, steps: readonly Step[], { rawStatus, usage }: Interaction): JsonObject {
  return {
    id: job.interactionId ?? '',
    agent: job.agent,
    status: rawStatus,
    ...(usage && { usage: { ...usage } }),
    steps: steps.map(({ wire }) => wire),
  };
}
