import type { AnswerPart, SourceView } from '../../src/protocol/answer';
import type { CodeAction } from '../../src/protocol/code';
import { disclosure, element } from '../base/element';
import { imageAddress } from '../base/imageData';
import { GrowingText } from '../base/longText';
import { safeUrl } from '../base/safeUrl';
import { unreachable } from '../base/unreachable';
import { openWebLinks, webLink } from '../base/webLink';
import { fill } from '../base/words';
import { MarkdownView } from '../markdown/markdownView';
import type { PanelContext } from '../panelContext';

/** Nobody reads further. */
const mostSources = 300;
const longestTitle = 300;

/** One piece of an answer on the page. */
export interface PartView {
  readonly element: HTMLElement;
  /** Absent for pieces that arrive whole. */
  readonly grow?: (text: string) => void;
  /** No more is to come. */
  readonly settle?: () => void;
  /** Shows now what was left for the next frames. */
  readonly complete?: () => void;
}

/** `onCode` gets what is to be done with a block of code, and the number of it in this part. */
export function createPartView(
  part: AnswerPart,
  context: PanelContext,
  onCode?: (action: CodeAction, block: number) => void,
): PartView {
  const { words } = context;
  switch (part.kind) {
    case 'text':
      return textView(new MarkdownView(context, part.text, onCode));
    case 'thought':
      return thoughtView(part.text, context);
    case 'tool':
      return rawView('tool', words.tools[part.step] ?? part.step, part.text);
    case 'media':
      return mediaView(part, context);
    case 'sources':
      return sourcesView(part.sources, context);
    case 'unknown':
      return rawView('unknown', words.unknownPart, part.text);
    default:
      return unreachable(part);
  }
}

function textView(view: MarkdownView): PartView {
  return {
    element: view.element,
    grow: (more) => view.append(more),
    settle: () => view.end(),
    complete: () => view.complete(),
  };
}

function thoughtView(text: string, context: PanelContext): PartView {
  const { words } = context;
  const view = new MarkdownView(context, text);
  const label = element('span', 'progress-label', words.thinking);
  const details = disclosure('thought is-growing', label, view.element);
  const settle = () => {
    view.end();
    label.textContent = words.thoughts;
    details.classList.remove('is-growing');
  };
  return { element: details, grow: (more) => view.append(more), settle, complete: () => view.complete() };
}

function rawView(className: string, title: string, text: string): PartView {
  const raw = new GrowingText('pre', text);
  raw.element.dir = 'ltr';
  return { element: disclosure(className, title, raw.element), grow: (more) => raw.append(more) };
}

function mediaView(part: Extract<AnswerPart, { kind: 'media' }>, { words }: PanelContext): PartView {
  const address = part.data === undefined ? undefined : imageAddress(part.mimeType, part.data);
  if (!address) {
    const sentence = part.data === undefined ? words.remoteMedia : words.media;
    return { element: element('p', 'media-line', fill(sentence, part.mimeType)) };
  }
  const image = element('img', 'image');
  image.alt = words.image;
  image.src = address;
  return { element: image };
}

function sourcesView(sources: readonly SourceView[], context: PanelContext): PartView {
  const list = element('ol', '', ...sources.slice(0, mostSources).map(sourceItem));
  openWebLinks(list, context.post);
  if (sources.length > mostSources) list.append(element('li', '', `+ ${sources.length - mostSources}`));
  return { element: element('div', 'sources', element('div', 'sources-title', context.words.sources), list) };
}

/** A source whose address is not one of a web page is only text. */
function sourceItem({ title: whole, url }: SourceView): HTMLLIElement {
  const address = safeUrl(url);
  const title = beginning(whole);
  const item = element('li');
  item.dir = 'auto';
  if (!address) {
    item.append(title || beginning(url));
    return item;
  }
  const link = webLink(address);
  link.append(title || address.href);
  item.append(link, element('span', 'source-host', address.host));
  return item;
}

function beginning(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
}
