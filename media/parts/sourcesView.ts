import * as l10n from '@vscode/l10n';
import type { Citation } from '../../src/parts/citation';
import { addSources, type Source } from '../../src/parts/sources';
import { element } from '../base/element';
import { safeUrl } from '../base/safeUrl';
import { openWebLinks, webLink } from '../base/webLink';
import type { PanelContext } from '../panelContext';

/** People read no further. */
const mostSources = 300;
const longestTitle = 300;

/** The web pages that an answer cites, behind its parts. They may become more while it is shown. */
export class SourcesView {
  private readonly byUrl = new Map<string, Source>();
  /** Made with the first source: most answers have none. */
  private list: HTMLOListElement | undefined;
  /** Not on the page yet, until they are shown at all. */
  private waiting: Source[] = [];
  private isShown = false;

  constructor(
    private readonly parts: HTMLElement,
    private readonly context: PanelContext,
  ) {}

  add(citations: readonly Citation[] | undefined): void {
    for (const source of addSources(this.byUrl, citations)) this.waiting.push(source);
    if (this.isShown) this.show();
  }

  show(): void {
    this.isShown = true;
    if (this.waiting.length === 0) return;
    this.list ??= this.begin();
    const room = Math.max(0, mostSources - this.list.childElementCount);
    this.list.append(...this.waiting.slice(0, room).map(sourceItem));
    this.waiting = [];
    const hidden = this.byUrl.size - mostSources;
    if (hidden <= 0) return;
    const more = `+ ${hidden}`;
    if (this.list.childElementCount > mostSources) this.list.lastElementChild?.replaceChildren(more);
    else this.list.append(element('li', '', more));
  }

  private begin(): HTMLOListElement {
    const list = element('ol');
    openWebLinks(list, this.context.post);
    this.parts.after(element('div', 'sources', element('div', 'sources-title', l10n.t('Sources')), list));
    return list;
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
