import { MarkdownStream } from '../../../media/markdown/markdownStream';
import { MarkdownView } from '../../../media/markdown/markdownView';
import { References } from '../../../media/markdown/references';
import { SegmentedPage } from '../../../media/markdown/segmentedPage';
import { plainHtml } from '../../unit/media/markdown/html';
import { randomCuts, randomDocument, randomNumbers } from '../../unit/media/markdown/snippets';
import type { Mismatch } from '../mismatch';
import { englishWords } from '../words';
import { domHtml } from './domHtml';

declare global {
  interface Window {
    compareRandom: typeof compareRandom;
    compareTexts: typeof compareTexts;
    showMarkdown: typeof showMarkdown;
    codeActs: unknown[];
  }
}

/** Streams random documents in random pieces until `count` are done or one is shown wrongly. */
function compareRandom(seed: number, count: number): Mismatch | undefined {
  for (let at = 0; at < count; at++) {
    const random = randomNumbers(seed + at);
    const text = randomDocument(random);
    const mismatch = compare(randomCuts(text, random), random() < 0.7 ? 0 : undefined);
    if (mismatch) return { seed: seed + at, ...mismatch };
  }
  return undefined;
}

/** The same for given texts, whole and character by character. */
function compareTexts(texts: readonly string[]): readonly Mismatch[] {
  return texts
    .flatMap((text) => [compare([text], undefined), compare(text.split(''), 0)])
    .flatMap((mismatch) => (mismatch ? [{ seed: 0, ...mismatch }] : []));
}

function compare(chunks: readonly string[], partsFrom: number | undefined): Omit<Mismatch, 'seed'> | undefined {
  const streamed = shown(chunks, partsFrom);
  const expected = domHtml(
    new DOMParser().parseFromString(plainHtml(chunks.join('')).replaceAll('<br>\n', '<br>'), 'text/html').body,
  );
  return streamed === expected ? undefined : { chunks, streamed, expected };
}

function shown(chunks: readonly string[], partsFrom: number | undefined): string {
  const root = document.createElement('div');
  const references = new References();
  const stream = new MarkdownStream(
    new SegmentedPage(root, { words: englishWords, references }),
    references,
    partsFrom,
  );
  for (const chunk of chunks) stream.push(chunk);
  stream.end();
  return domHtml(root);
}

/** Shows an answer of which the code has its buttons, and notes what they ask for. */
function showMarkdown(text: string): void {
  const context = { words: englishWords, post: () => undefined };
  const view = new MarkdownView(context, text, (action, block) => window.codeActs.push({ action, block }));
  view.end();
  document.querySelector('.answer-body')?.replaceChildren(view.element);
}

window.codeActs = [];
window.showMarkdown = showMarkdown;
window.compareRandom = compareRandom;
window.compareTexts = compareTexts;
