import type { ToHost } from '../../src/protocol/messages';
import { element } from './element';

/**
 * A link to a web page, which only the host may open. The browser itself is not told where it leads: it would connect to
 * there as soon as the link is pressed, and so give away a name that a text has made up, before anybody was asked.
 */
export function webLink(url: URL): HTMLAnchorElement {
  const link = element('a');
  link.role = 'link';
  link.tabIndex = 0;
  // Says where it leads whatever the text says.
  link.title = url.href;
  return link;
}

/** Has the host open the links in `root` that are clicked, or entered. */
export function openWebLinks(root: HTMLElement, post: (message: ToHost) => void): void {
  const open = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    post({ type: 'openLink', url: link.title });
  };
  root.addEventListener('click', open);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') open(event);
  });
}
