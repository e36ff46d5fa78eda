import { embeddedMarkdown } from '../../../markdown/export/embeddedMarkdown';
import { plainText } from '../../../markdown/plainText';
import type { ResearchJob } from '../job/job';
import { isPicture } from '../report/picture';
import { isWeb } from '../report/sourceList';
import type { LiveFacts, LivePicture } from './liveFacts';

/** What people read on the page of a research besides the agent's words. */
export interface LivePageWords {
  /** What the job does, and how far it is. */
  readonly state: string;
  /** Why it stands where it does, and what to do. Empty: there is nothing to say. */
  readonly reason: string;
  readonly plan: string;
  readonly context: string;
  readonly thoughts: string;
  readonly searches: string;
  readonly pages: string;
  readonly sources: string;
  readonly report: string;
  readonly pictures: string;
  /** Names the picture with this number. */
  figure(number: number): string;
}

/** The page is written again with each piece that comes, so it holds no more than these characters of pictures. */
const mostPictureChars = 1_500_000;

/** The page of a research while it has no report: a Markdown document for VS Code's preview, hostile text made quiet. */
export function livePage(job: ResearchJob, facts: LiveFacts, words: LivePageWords): string {
  const plan = job.plans.at(-1)?.text;
  const page = [
    `# ${plainText(job.question)}`,
    `**${plainText(words.state)}**`,
    words.reason === '' ? '' : `> ${plainText(words.reason)}`,
    ...section(words.context, job.context.map((name) => `- ${plainText(name)}`).join('\n')),
    ...section(words.plan, plan === undefined ? '' : embeddedMarkdown(plan, 2)),
    // The latest first, where it is seen without scrolling.
    ...section(
      words.thoughts,
      [...facts.thoughts]
        .reverse()
        .map((thought) => embeddedMarkdown(thought.trim(), 2))
        .join('\n\n'),
    ),
    ...section(words.searches, facts.searches.map((search) => `- ${plainText(search)}`).join('\n')),
    ...section(words.pages, facts.pages.map((page) => `- ${link(page, page)}`).join('\n')),
    ...section(words.sources, facts.sources.map(({ title, url }) => `- ${link(title, url)}`).join('\n')),
    ...section(words.pictures, pictures(facts.pictures, words)),
    // The text of a plan that arrives is the plan.
    ...section(
      job.task === 'plan' ? words.plan : words.report,
      job.state === 'running' ? embeddedMarkdown(facts.text, 2) : '',
    ),
  ];
  return `${page.filter((piece) => piece !== '').join('\n\n')}\n`;
}

/** The latest first, as many as the page holds. The report has them all. */
function pictures(all: readonly LivePicture[], words: LivePageWords): string {
  const shown: string[] = [];
  let chars = 0;
  for (const [index, { mimeType, data }] of [...all.entries()].reverse()) {
    if (!isPicture(mimeType, data) || !/^[\w+/]+=*$/.test(data)) continue;
    chars += data.length;
    if (chars > mostPictureChars) break;
    shown.push(`![${plainText(words.figure(index + 1))}](data:${mimeType};base64,${data})`);
  }
  return shown.join('\n\n');
}

function section(title: string, text: string): readonly string[] {
  return text.trim() === '' ? [] : [`## ${plainText(title)}`, text];
}

function link(title: string, url: string): string {
  return isWeb(url) ? `[${plainText(title)}](<${url}>)` : plainText(title);
}
