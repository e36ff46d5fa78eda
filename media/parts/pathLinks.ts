import { longestPath, mostPaths } from '../../src/protocol/files';
import type { ToHost } from '../../src/protocol/messages';

export interface PathLinksParts {
  readonly post: (message: ToHost) => void;
  /** The turn that an element of the page belongs to. */
  readonly turnOf: (element: Element) => string | undefined;
}

/** A name with a folder or an ending, perhaps with a line behind it. */
const pathLike = /^(?:[\w@.+~-]*[\\/])*[\w@.+-]+(?:\.[a-z]\w{0,9}|[\\/][\w@.+-]+)(?:[:#][\dL:C–-]+|,? lines? \d+.*)?$/i;

/**
 * Makes links of the names of files in answers. Only the host knows which of them are files of the workspace; it is asked
 * about those that come into view.
 */
export class PathLinks {
  private readonly observer = new IntersectionObserver((entries) => this.look(entries), { rootMargin: '400px' });
  /** What was asked about, by turn. */
  private readonly asked = new Map<string, Set<Element>>();

  constructor(
    private readonly parts: PathLinksParts,
    page: HTMLElement,
  ) {
    page.addEventListener('click', (event) => this.open(event));
    page.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.open(event);
    });
  }

  /** Nothing comes to this text any more. */
  add(text: Element): void {
    this.observer.observe(text);
  }

  /** All texts have left the page. */
  clear(): void {
    this.observer.disconnect();
    this.asked.clear();
  }

  /** These names in a turn are files. */
  show(turnId: string, paths: readonly string[]): void {
    const files = new Set(paths);
    for (const text of this.asked.get(turnId) ?? []) {
      for (const code of namesIn(text)) if (files.has(code.textContent)) makeLink(code);
    }
  }

  private look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.observer.unobserve(target);
      const turnId = this.parts.turnOf(target);
      const paths = [...new Set(namesIn(target).map((code) => code.textContent))].filter(isPathLike);
      if (turnId === undefined || paths.length === 0) continue;
      const asked = this.asked.get(turnId) ?? new Set();
      this.asked.set(turnId, asked.add(target));
      this.parts.post({ type: 'findPaths', turnId, paths: paths.slice(0, mostPaths) });
    }
  }

  private open(event: KeyboardEvent | MouseEvent): void {
    const code = event.target instanceof Element ? event.target.closest(':not(pre) > code') : null;
    if (!code) return;
    const text = code.textContent;
    // With this key, the editor goes to where a name is declared.
    const isForSymbol = event.ctrlKey || event.metaKey;
    if (code.classList.contains('path-link')) this.parts.post({ type: 'openPath', path: text });
    else if (isForSymbol && isName(text)) this.parts.post({ type: 'openSymbol', name: text });
    else return;
    event.preventDefault();
  }
}

/** Inline code, which is where answers name files. Within a link it is that link's. */
function namesIn(text: Element): readonly HTMLElement[] {
  return Array.from(text.querySelectorAll<HTMLElement>(':not(pre) > code')).filter((code) => !code.closest('a'));
}

function isPathLike(text: string): boolean {
  return text.length <= longestPath && pathLike.test(text);
}

function isName(text: string): boolean {
  return text.length <= longestPath && /^[\w$#.:]+(?:\(.*\))?$/.test(text);
}

function makeLink(code: HTMLElement): void {
  code.classList.add('path-link');
  code.role = 'link';
  code.tabIndex = 0;
}
