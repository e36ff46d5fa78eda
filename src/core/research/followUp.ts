import type { JsonObject } from '../base/json';
import { partsOf } from '../conversation/savedAnswer';
import { newTurn, type Turn } from '../conversation/turn';
import type { ResearchJob } from './job/job';
import type { LiveFacts } from './live/liveFacts';

/** A research as the first turn of a chat, which goes on from what Google keeps of it. `steps`: its answer in wire form. */
export function turnOfResearch(job: ResearchJob, steps: readonly JsonObject[], id: string): Turn {
  const turn = newTurn(
    { prompt: job.question, attachments: [] },
    { id, parentId: undefined, createdAt: job.createdAt, model: '', agent: job.agent },
  );
  return {
    ...turn,
    status: 'done',
    interactionId: job.isAtGoogle && job.state === 'done' ? job.interactionId : undefined,
    steps,
    parts: partsOf(steps),
    endedAs: job.ending === 'completed' ? undefined : job.ending,
  };
}

/** What a research has found so far, for a model that goes on from there. */
export function notesOf(job: ResearchJob, { thoughts, searches, sources, text }: LiveFacts): string {
  const plan = job.plans.at(-1)?.text ?? '';
  const lists = [
    ['Plan', plan],
    ['Searches', searches.map((search) => `- ${search}`).join('\n')],
    ['Sources', sources.map(({ title, url }) => `- ${title}: ${url}`).join('\n')],
    ['Thoughts', thoughts.join('\n\n')],
    ['Report so far', text],
  ] as const;
  return lists.flatMap(([title, content]) => (content.trim() === '' ? [] : [`# ${title}\n\n${content}`])).join('\n\n');
}

/** Has a model answer from the notes of a research that was stopped. */
export function unfinishedPrompt(question: string): string {
  return `Answer as far as these notes of an unfinished research go, and say what is still open:\n\n${question}`;
}

/** The question once more, with the plan that the agent made of it before. */
export function againQuestion({ question, plans }: ResearchJob): string {
  const plan = plans.at(-1)?.text;
  return plan === undefined ? question : `${question}\n\nFollow this plan:\n\n${plan}`;
}
