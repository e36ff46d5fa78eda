import * as l10n from '@vscode/l10n';
import type { Citation, CitedFile } from '../../src/parts/citation';
import { addSources, placesFrom, type Source, sourceKey } from '../../src/parts/sources';
import { button, disclosure, element, icon } from '../base/element';
import { safeUrl } from '../base/safeUrl';
import { openWebLinks, webLink } from '../base/webLink';
import type { Mark } from '../citations/citationMarks';
import type { PanelContext } from '../panelContext';

/** People read no further. */
const mostSources = 300;
const longestTitle = 300;
/** This many pages are named while the list is folded. */
const mostChips = 3;
/** Where Google's links to cited pages lead first. The title then names the page. */
const redirectHost = 'vertexaisearch.cloud.google.com';

interface SourceList {
  readonly items: HTMLOListElement;
  readonly count: HTMLElement;
  readonly chips: HTMLElement;
}

/** The web pages, files and places that an answer cites, folded into one row behind its parts. They may become more while it is shown. */
export class SourcesView {
  private readonly byUrl = new Map<string, Source>();
  private readonly numbers = new Map<string, number>();
  /** Made with the first source: most answers have none. */
  private list: SourceList | undefined;
  /** Not on the page yet, until they are shown at all. */
  private waiting: Source[] = [];
  private isShown = false;

  constructor(
    private readonly parts: HTMLElement,
    private readonly context: PanelContext,
    private readonly onOpenFile: (file: CitedFile) => void,
  ) {}

  add(citations: readonly Citation[] | undefined): void {
    for (const source of addSources(this.byUrl, citations)) {
      this.waiting.push(source);
      this.numbers.set(source.url, this.numbers.size + 1);
    }
    if (this.isShown) this.show();
  }

  /** What stands behind the words that a page supports. Undefined: the citation names no page of the list. */
  mark(citation: Citation): Omit<Mark, 'end'> | undefined {
    const key = sourceKey(citation) ?? '';
    const number = this.numbers.get(key);
    const source = this.byUrl.get(key);
    return number === undefined || number > mostSources || !source
      ? undefined
      : { number, make: () => this.markOf(number, source) };
  }

  show(): void {
    this.isShown = true;
    if (this.waiting.length === 0) return;
    this.list ??= this.begin();
    const { items, count, chips } = this.list;
    const room = Math.max(0, mostSources - items.childElementCount);
    items.append(...this.waiting.slice(0, room).map((source) => this.sourceItem(source)));
    this.waiting = [];
    count.textContent = String(this.byUrl.size);
    const shown = [...this.byUrl.values()].slice(0, mostSources);
    const hosts = new Map(shown.map((source) => [hostOf(source), source] as const));
    chips.replaceChildren(...[...hosts].slice(0, mostChips).map(([host, source]) => chip(host, source)));
    const hidden = this.byUrl.size - mostSources;
    if (hidden <= 0) return;
    const more = `+ ${hidden}`;
    if (items.childElementCount > mostSources) items.lastElementChild?.replaceChildren(more);
    else items.append(element('li', '', more));
  }

  private begin(): SourceList {
    const items = element('ol');
    items.ariaLabel = l10n.t('Sources');
    const count = element('span', 'sources-count');
    const chips = element('span', 'source-chips');
    const row = element('span', 'sources-row', element('span', '', l10n.t('Sources')), count, chips);
    openWebLinks(items, this.context.post);
    this.parts.after(disclosure('sources', row, items));
    return { items, count, chips };
  }

  /** A source whose address is not one of a web page is only text. */
  private sourceItem(source: Source): HTMLLIElement {
    const { title: whole, url, file, isPlace } = source;
    const address = safeUrl(url);
    const title = beginning(whole);
    const item = element('li');
    item.dir = 'auto';
    if (file) {
      item.append(this.fileButton(file, title));
      if (file.page !== undefined) item.append(' ', element('span', 'source-host', l10n.t('page {0}', file.page)));
      return item;
    }
    const link = address ? webLink(address) : undefined;
    link?.append(title || address?.href || '');
    item.append(link ?? (title || beginning(url)));
    const host = address || isPlace ? hostOf(source) : title;
    if (host !== title) item.append(' ', named(element('span', 'source-host', host), source));
    return item;
  }

  private markOf(number: number, source: Source): Element {
    const words = `[${number}]`;
    const name = l10n.t('Source {0}: {1}', number, beginning(source.title));
    if (source.file) {
      const made = this.fileButton(source.file, words);
      made.ariaLabel = name;
      return element('sup', 'citation', made);
    }
    const url = safeUrl(source.url);
    const link = url ? webLink(url, beginning(source.title)) : element('span');
    link.append(words);
    if (url) link.ariaLabel = name;
    return element('sup', 'citation', link);
  }

  private fileButton(file: CitedFile, words: string): HTMLButtonElement {
    const made = button('cited-file', () => this.onOpenFile(file), words);
    made.title = file.path ?? file.name;
    return made;
  }
}

function chip(host: string, source: Source): HTMLElement {
  const label = named(element('span', 'source-chip-label', host), source);
  return element('span', 'source-chip', icon(source.file ? 'file' : 'globe'), label);
}

/** The name of Google Maps stays as it is, whatever translates the page. */
function named(label: HTMLElement, { isPlace }: Source): HTMLElement {
  if (isPlace) label.translate = false;
  return label;
}

function hostOf({ title, url, file, isPlace }: Source): string {
  if (isPlace) return placesFrom;
  if (file) return beginning(title.slice(title.lastIndexOf('/') + 1));
  const host = safeUrl(url)?.host;
  return host === undefined || host === redirectHost ? beginning(title) : host;
}

function beginning(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle)}…` : text;
}
