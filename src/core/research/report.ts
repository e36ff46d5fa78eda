import { embeddedMarkdown } from '../../markdown/export/embeddedMarkdown';
import type { Content } from '../interactions/content';
import type { Step } from '../interactions/steps';
import type { Report } from './job';

const pictureEndings: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/**
 * Makes the Markdown report of a finished research. The text is the model's and therefore hostile: pictures from other
 * servers become links, because a preview would load them and tell the server who reads; HTML stays text.
 */
export function toReport(question: string, steps: readonly Step[], sourcesHeading: string): Report {
  const pictures: { name: string; data: string }[] = [];
  const pieces: string[] = [];
  let text = '';
  const cited = new Map<string, string>();

  // Adjoining text is checked in one piece: a picture may begin in one output and end in the next.
  const endText = () => {
    pieces.push(embeddedMarkdown(text, 0));
    text = '';
  };
  const take = (content: Content) => {
    switch (content.type) {
      case 'text':
        text += content.text;
        for (const annotation of content.annotations) {
          if (annotation.type === 'url_citation' && !cited.has(annotation.url)) {
            cited.set(annotation.url, annotation.title);
          }
        }
        return;
      case 'image': {
        const ending = pictureEndings[content.mimeType];
        if (!ending || content.data === undefined) return;
        const name = `figure-${pictures.length + 1}.${ending}`;
        endText();
        pictures.push({ name, data: content.data });
        pieces.push(`\n\n![](${name})\n\n`);
        return;
      }
      default:
        return;
    }
  };
  for (const step of steps) {
    if (step.type !== 'model_output') continue;
    const [first] = step.content;
    if (first?.type === 'text' && beginsBlock.test(first.text) && /[^\n]$/.test(text)) text += '\n\n';
    step.content.forEach(take);
  }
  endText();

  const body = pieces.join('').trim();
  const title = /^#\s/m.test(body) ? '' : `# ${oneLine(question)}\n\n`;
  const unlisted = [...cited].filter(([url]) => isWeb(url) && !body.includes(url));
  const sources = unlisted.map(([url, name], index) => `${index + 1}. [${linkText(name || url)}](<${url}>)`);
  const list = sources.length > 0 ? `\n\n## ${sourcesHeading}\n\n${sources.join('\n')}` : '';
  return { markdown: `${title}${body}${list}\n`, pictures };
}

/**
 * A report comes in several outputs. One that begins a block gets a paragraph of its own; any other may go on in the
 * middle of a sentence.
 */
const beginsBlock = /^(#{1,6} |[-*+] |\d{1,9}[.)] |\||>|```|---)/;

function isWeb(url: string): boolean {
  return /^https?:\/\/[^\s<>]+$/i.test(url);
}

function linkText(text: string): string {
  return oneLine(text).replace(/[[\]\\<>!]/g, '\\$&');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
