import type { ToHost } from '../../src/protocol/messages';
import { element } from './element';

/**
 * A link to a web page, which only the host may open. The browser itself is not told where it leads: it would connect to
 * there as soon as the link is pressed, and so give away a name that a text has made up, before anybody was asked. `name`: what
 * is there, which is said under the pointer as well.
 */
export function webLink(url: URL, name = ''): HTMLAnchorElement {
  const link = element('a');
  link.role = 'link';
  link.tabIndex = 0;
  // Says where it leads whatever the text says.
  link.title = name === '' ? url.href : `${name}\n${url.href}`;
  return link;
}

/** Where a link leads. An address has no line breaks, whatever the name before it has. */
export function addressOf(link: HTMLElement): string {
  return link.title.slice(link.title.lastIndexOf('\n') + 1);
}

/** Has the host open the links in `root` that are clicked, or entered. */
export function openWebLinks(root: HTMLElement, post: (message: ToHost) => void): void {
  const open = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    post({ type: 'openLink', url: addressOf(link) });
  };
  root.addEventListener('click', open);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') open(event);
  });
}
