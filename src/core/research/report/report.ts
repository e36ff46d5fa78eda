import { embeddedMarkdown } from '../../../markdown/export/embeddedMarkdown';
import { plainText } from '../../../markdown/plainText';
import type { Content } from '../../interactions/content';
import type { Step } from '../../interactions/steps';
import { textOf } from './agentWords';
import { citedText } from './citedText';
import { type FrontMatter, frontMatter } from './frontMatter';
import { written } from './marks';
import { type ReportPicture, readPicture } from './picture';
import { redirectHost } from './redirects';
import { hostOf, type ReportSource, SourceList } from './sourceList';
import { withoutSources } from './writtenSources';

/** A report as files. */
export interface Report {
  readonly markdown: string;
  readonly pictures: readonly ReportPicture[];
  readonly sources: readonly ReportSource[];
}

/** What people read in a report besides the agent's words. */
export interface ReportWords {
  readonly sources: string;
  /** Names the picture with this number. */
  figure(number: number): string;
  /** Stands for a picture that cannot be shown. */
  readonly noPicture: string;
  /** Stands over a report that the service ended early. Undefined: it is whole. */
  readonly partial: string | undefined;
}

export interface ReportInput {
  readonly question: string;
  readonly steps: readonly Step[];
  readonly matter: FrontMatter;
  readonly words: ReportWords;
}

/**
 * Makes the Markdown report of a research. The text is the agent's and therefore hostile: pictures from other servers
 * become links, because a preview would load them and tell the server who reads; HTML stays text.
 */
export function toReport({ question, steps, matter, words }: ReportInput): Report {
  const outputs = steps.flatMap((step) => (step.type === 'model_output' ? [step.content] : []));
  const list = withoutSources(outputs.flat().reduce((all, content) => all + textOf(content), ''));
  const sources = new SourceList();
  const pictures: ReportPicture[] = [];
  const pieces: string[] = [];
  let text = '';

  // Adjoining text is checked in one piece: a picture may begin in one output and end in the next.
  const endText = () => {
    pieces.push(embeddedMarkdown(text, 0).replace(/^\n+|\s+$/g, ''));
    text = '';
  };
  const take = (content: Content) => {
    if (content.type === 'text') text += citedText(content, list.sources, sources);
    else if (content.type === 'image') {
      endText();
      const picture = readPicture(content.mimeType, content.data, pictures.length + 1);
      if (picture) pictures.push(picture);
      const alt = plainText(words.figure(pictures.length));
      pieces.push(picture ? `![${alt}](${picture.name})` : `*${plainText(words.noPicture)}*`);
    }
  };
  for (const content of outputs) {
    const [first] = content;
    if (first?.type === 'text' && beginsBlock.test(first.text) && /[^\n]$/.test(text)) text += '\n\n';
    content.forEach(take);
  }
  if (list.sources.length > 0) text = withoutSources(text).text;
  endText();
  for (const { url, title } of list.sources) sources.page(url, title);

  const body = written(pieces.filter((piece) => piece !== '').join('\n\n'), linked);
  const parts = [
    frontMatter(matter),
    ...(hasTitle(body) ? [] : [`# ${plainText(question)}`]),
    ...(words.partial === undefined ? [] : [`> ${plainText(words.partial)}`]),
    body,
    ...listed(sources.all, words.sources),
  ];
  return { markdown: `${parts.filter((part) => part !== '').join('\n\n')}\n`, pictures, sources: sources.all };
}

/**
 * A report comes in several outputs. One that begins a block gets a paragraph of its own; any other may go on in the
 * middle of a sentence.
 */
const beginsBlock = /^(#{1,6} |[-*+] |\d{1,9}[.)] |\||>|```|---)/;

/** The numbers of sources at a claim, each a link to its line in the list. */
function linked(numbers: readonly number[]): string {
  return numbers.map((number) => `[\\[${number}\\]](#source-${number})`).join(' ');
}

function listed(sources: readonly ReportSource[], heading: string): readonly string[] {
  if (sources.length === 0) return [];
  const lines = sources.map(({ number, title, url }) => {
    // Google's own address says nothing about the page that it leads to.
    const host = hostOf(url) === redirectHost ? '' : hostOf(url);
    const name = plainText(title);
    const told = url === '' ? name : `[${name}](<${url}>)`;
    return `${number}. <a id="source-${number}"></a>${told}${host === '' || title.includes(host) ? '' : ` – ${plainText(host)}`}`;
  });
  return [`## ${plainText(heading)}`, lines.join('\n')];
}

/** Whether a heading of the first level stands in it. A comment in code is none. */
function hasTitle(markdown: string): boolean {
  let fence = '';
  for (const line of markdown.split('\n')) {
    const run = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence === '' && /^ {0,3}#\s/.test(line)) return true;
    if (fence === '') fence = run;
    else if (run.startsWith(fence)) fence = '';
  }
  return false;
}
