import { longestPath, mostPaths } from '../src/protocol';
import type { PanelContext } from './words';

/** Has an ending, and perhaps a line: `src/a.ts`, `a.ts:12`, `a.ts#L12-L20`. Whether it is a file the host says. */
const fileName = /^[^\s:#?*"<>|]+\.[A-Za-z]\w{0,9}(?:[:#]L?\d+(?:[:-]L?\d+)*)?$/;
/** What a language may declare. */
const declaredName = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*(?:\(\))?$/u;

/**
 * Makes links of the names in one answer that are files of the workspace. The answer is looked through when somebody
 * comes to it, by mouse or by key: most of a long chat is never looked at.
 */
export class FileLinks {
  private readonly asked = new Set<string>();
  private readonly files = new Set<string>();

  constructor(
    private readonly answer: HTMLElement,
    private readonly turnId: string,
    private readonly context: PanelContext,
  ) {
    answer.addEventListener('pointerenter', () => this.look());
    answer.addEventListener('focusin', () => this.look());
    answer.addEventListener('click', (event) => this.open(event));
    answer.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') this.open(event);
    });
  }

  /** These of the names are files. */
  show(paths: readonly string[]): void {
    for (const path of paths) this.files.add(path);
    this.mark();
  }

  private look(): void {
    const names = this.names().map(({ textContent }) => textContent ?? '');
    const unknown = [...new Set(names)].filter(
      (name) => name.length <= longestPath && fileName.test(name) && !this.asked.has(name),
    );
    const paths = unknown.slice(0, mostPaths);
    for (const path of paths) this.asked.add(path);
    if (paths.length > 0) this.context.post({ type: 'findPaths', turnId: this.turnId, paths });
    this.mark();
  }

  private mark(): void {
    for (const name of this.names()) {
      if (!this.files.has(name.textContent ?? '') || name.classList.contains('file-link')) continue;
      name.classList.add('file-link');
      name.setAttribute('role', 'link');
      name.tabIndex = 0;
    }
  }

  private open(event: MouseEvent | KeyboardEvent): void {
    const { target } = event;
    const text = target instanceof HTMLElement && target.matches(':not(pre) > code') ? target.textContent : undefined;
    if (!text) return;
    if (this.files.has(text)) this.context.post({ type: 'openPath', path: text });
    // As in an editor: what has this name is looked for only when somebody asks for it.
    else if ((event.ctrlKey || event.metaKey) && declaredName.test(text)) {
      this.context.post({ type: 'openSymbol', name: text.replace(/\(\)$/, '') });
    } else return;
    event.preventDefault();
  }

  private names(): readonly HTMLElement[] {
    return [...this.answer.querySelectorAll<HTMLElement>('.text :not(pre) > code')];
  }
}
