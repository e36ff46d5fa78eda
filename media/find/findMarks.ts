import { matchesIn } from './pattern';
import { TextOnPage } from './textOnPage';

/** Marks are laid out by the browser whenever the page changes, and thousands of them would make that slow. */
const mostMarks = 200;
/** How long the page is left alone between two looks at text that changes, in milliseconds, and what each look costs at most. */
const restMs = 150;
const restFactor = 5;

const allName = 'find-match';
const currentName = 'find-current';

/** Marks what was found in one piece of the page, without touching its nodes. */
export class FindMarks {
  private readonly all = new Highlight();
  private readonly current = new Highlight();
  private readonly changes = new MutationObserver(() => this.lookLater());
  private shown: { readonly root: Element; readonly pattern: RegExp; readonly nth: number } | undefined;
  private looking: ReturnType<typeof setTimeout> | undefined;
  private restUntil = 0;

  /** `onFound`: the current match is on the page, now or since a text came that is still being put there. */
  constructor(private readonly onFound: (range: Range) => void) {
    CSS.highlights.set(allName, this.all);
    CSS.highlights.set(currentName, this.current);
    this.current.priority = 1;
  }

  /** Marks the matches in `root`, and the `nth` of them, counted from 0, as the current one. */
  show(root: Element, pattern: RegExp, nth: number): void {
    const { shown } = this;
    if (shown?.root === root && shown.nth === nth && String(shown.pattern) === String(pattern)) {
      const [range] = this.current;
      if (range instanceof Range) this.onFound(range);
      return;
    }
    this.clear();
    this.shown = { root, pattern, nth };
    this.changes.observe(root, { childList: true, characterData: true, subtree: true });
    this.look();
  }

  clear(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
    this.changes.disconnect();
    this.shown = undefined;
    this.all.clear();
    this.current.clear();
  }

  private lookLater(): void {
    this.looking ??= setTimeout(() => this.look(), Math.max(restMs, this.restUntil - performance.now()));
  }

  private look(): void {
    clearTimeout(this.looking);
    this.looking = undefined;
    if (!this.shown) return;
    const start = performance.now();
    this.mark(this.shown);
    this.restUntil = start + (performance.now() - start) * restFactor;
  }

  private mark({ root, pattern, nth }: NonNullable<typeof this.shown>): void {
    const page = new TextOnPage(root);
    const matches = [...matchesIn(page.text, pattern)];
    this.all.clear();
    this.current.clear();
    // What is marked lies around the current one. The page may not show all yet that there is.
    const from = Math.max(0, nth - mostMarks / 2);
    for (const [index, { start, end }] of matches.slice(from, from + mostMarks).entries()) {
      const range = page.range(start, end);
      if (!range) continue;
      if (from + index !== nth) this.all.add(range);
      else {
        this.current.add(range);
        this.onFound(range);
      }
    }
  }
}
