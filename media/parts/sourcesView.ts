import type { Citation } from '../../src/parts/citation';
import { addSources, type Source } from '../../src/parts/sources';
import { element } from '../base/element';
import { safeUrl } from '../base/safeUrl';
import { openWebLinks, webLink } from '../base/webLink';
import type { PanelContext } from '../panelContext';

/** People read no further. */
const mostSources = 300;
const longestTitle = 300;

/** The web pages that an answer cites, at its end. They may become more while it is shown. */
export class SourcesView {
  readonly element = element('div', 'sources');
  private readonly byUrl = new Map<string, Source>();
  private readonly list = element('ol');
  private readonly more = element('li');
  /** Not on the page yet, until it is shown at all. */
  private waiting: Source[] = [];
  private isShown = false;

  constructor(private readonly context: PanelContext) {
    this.element.hidden = true;
  }

  add(citations: readonly Citation[] | undefined): void {
    this.waiting.push(...addSources(this.byUrl, citations));
    if (this.isShown) this.show();
  }

  show(): void {
    this.isShown = true;
    if (this.waiting.length === 0) return;
    if (this.element.hidden) this.begin();
    const room = Math.max(0, mostSources - this.list.childElementCount);
    this.list.append(...this.waiting.slice(0, room).map(sourceItem));
    this.waiting = [];
    const hidden = this.byUrl.size - mostSources;
    if (hidden <= 0) return;
    this.more.textContent = `+ ${hidden}`;
    this.list.append(this.more);
  }

  private begin(): void {
    this.element.hidden = false;
    openWebLinks(this.list, this.context.post);
    this.element.append(element('div', 'sources-title', this.context.words.sources), this.list);
  }
}

/** A source whose address is not one of a web page is only text. */
function sourceItem({ title: whole, url }: Source): HTMLLIElement {
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
