import { References } from '../../../media/blocks/references';
import { createBlockView } from '../../../media/markdown/createBlockView';
import { MarkdownStream } from '../../../media/markdown/markdownStream';
import { MarkdownView } from '../../../media/markdown/markdownView';
import { SegmentedPage } from '../../../media/markdown/segmentedPage';
import { Pictures } from '../../../media/pictures/pictures';
import { plainHtml } from '../../unit/media/markdown/html';
import { longParagraph, randomCuts, randomDocument, randomNumbers } from '../../unit/media/markdown/snippets';
import type { MarkdownMismatch } from '../markdownMismatch';
import { domHtml } from './domHtml';

declare global {
  interface Window {
    compareRandom: typeof compareRandom;
    compareTexts: typeof compareTexts;
    comparePieces: typeof comparePieces;
    showMarkdown: typeof showMarkdown;
    codeActs: unknown[];
  }
}

/** Streams random documents in random pieces until `count` are done or one is shown wrongly. */
function compareRandom(seed: number, count: number): MarkdownMismatch | undefined {
  for (let at = 0; at < count; at++) {
    const random = randomNumbers(seed + at);
    const text = randomDocument(random);
    const mismatch = compare(randomCuts(text, random), random() < 0.7 ? 0 : undefined);
    if (mismatch) return { seed: seed + at, ...mismatch };
  }
  return undefined;
}

/** The same for given texts, whole and character by character. */
function compareTexts(texts: readonly string[]): readonly MarkdownMismatch[] {
  return texts
    .flatMap((text) => [compare([text], undefined), compare(text.split(''), 0)])
    .flatMap((mismatch) => (mismatch ? [{ seed: 0, ...mismatch }] : []));
}

/** A paragraph that is shown in pieces, streamed and all at once: the pieces are the same as well. */
function comparePieces(seed: number): { readonly pieces: number; readonly mismatch: MarkdownMismatch | undefined } {
  const random = randomNumbers(seed);
  const text = longParagraph(random);
  const [whole, streamed] = [root([text]), root(frames(text, random))];
  const isSame = whole.isEqualNode(streamed);
  const mismatch = { seed, chunks: [], streamed: streamed.innerHTML, expected: whole.innerHTML };
  return { pieces: whole.querySelectorAll('.text-piece').length, mismatch: isSame ? undefined : mismatch };
}

function frames(text: string, random: () => number): readonly string[] {
  const cuts: string[] = [];
  for (let from = 0; from < text.length; from += cuts.at(-1)?.length ?? 0) {
    cuts.push(text.slice(from, from + 1 + Math.floor(random() * 900)));
  }
  return cuts;
}

function compare(chunks: readonly string[], partsFrom: number | undefined): Omit<MarkdownMismatch, 'seed'> | undefined {
  const streamed = shown(chunks, partsFrom);
  const expected = domHtml(
    new DOMParser().parseFromString(plainHtml(chunks.join('')).replaceAll('<br>\n', '<br>'), 'text/html').body,
  );
  return streamed === expected ? undefined : { chunks, streamed, expected };
}

function shown(chunks: readonly string[], partsFrom: number | undefined): string {
  return domHtml(root(chunks, partsFrom));
}

/** Texts that stand side by side are one. */
function root(chunks: readonly string[], partsFrom?: number): HTMLElement {
  const page = document.createElement('div');
  const references = new References();
  const stream = new MarkdownStream(
    new SegmentedPage(page, { references, createView: createBlockView }),
    references,
    partsFrom,
  );
  for (const chunk of chunks) stream.push(chunk);
  stream.end();
  page.normalize();
  return page;
}

/** Shows an answer of which the code has its buttons, and notes what they ask for. */
function showMarkdown(text: string): void {
  const context = {
    post: () => undefined,
    pictures: new Pictures(
      () => undefined,
      () => undefined,
    ),
  };
  const view = new MarkdownView(context, text, (action, block) => window.codeActs.push({ action, block }));
  view.end();
  document.querySelector('.answer-body')?.replaceChildren(view.element);
}

window.codeActs = [];
window.showMarkdown = showMarkdown;
window.compareRandom = compareRandom;
window.compareTexts = compareTexts;
window.comparePieces = comparePieces;
