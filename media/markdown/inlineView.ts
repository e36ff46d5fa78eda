import type { Env } from 'markdown-it';
import type { Inline } from './inlines';
import { type MountedInline, patchInlines } from './mountedInline';
import { lastPause } from './pauses';
import { readInlines } from './readInlines';
import type { References, Scope, Waiter } from './references';

/** A longer text is shown as it is: what a hostile one costs to read grows with its length. */
const longestMarkup = 120_000;
/** Of a growing text, the beginning is not read again. */
const partChars = 2_000;
/** Appending copies the node's whole string, so a long text is made of several nodes. */
const nodeChars = 8_000;

/** The text of a paragraph, heading or cell, with its markup. While it grows, what is on the page is left alone. */
export class InlineView implements Waiter {
  private source = '';
  private key = '';
  /** What shows the source from `settled` on. */
  private mounted: MountedInline[] = [];
  private settled = 0;
  /** How long the rest was when no part of it could be settled. */
  private unsettled = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly references: References,
  ) {}

  show(source: string, scope: Scope): void {
    const key = source.includes('[') ? scope.key : '';
    if (source === this.source && key === this.key) return;
    const isPlain = source.length > longestMarkup;
    const goesOn =
      key === this.key &&
      isPlain === this.isPlain &&
      source.startsWith(this.source.slice(0, this.isPlain ? undefined : this.settled));
    if (!goesOn) this.clear();
    if (isPlain) this.appendPlain(source.slice(goesOn ? this.source.length : 0));
    else this.showMarkup(source, scope.env);
    this.source = source;
    this.key = key;
  }

  /** No more comes, except for definitions. */
  finish(scope: Scope): void {
    this.show(this.source, scope);
    if (this.source.includes('[') && !this.isPlain) this.watch();
    this.mounted = [];
  }

  refresh(): void {
    this.clear();
    patchInlines(this.element, [], this.watch());
  }

  private get isPlain(): boolean {
    return this.source.length > longestMarkup;
  }

  private watch(): readonly Inline[] {
    return this.references.watch(this, (env) => readInlines(this.source, env).inlines);
  }

  private clear(): void {
    this.element.replaceChildren();
    this.mounted = [];
    this.settled = 0;
    this.unsettled = 0;
  }

  private showMarkup(source: string, env: Env): void {
    for (let length = partChars; length < source.length - this.settled; ) {
      if (source.length - this.settled < this.unsettled * 2) break;
      if (this.settle(source.slice(this.settled), length, env)) length = partChars;
      else length *= 2;
    }
    const rest = source.slice(this.settled);
    if (rest.length > partChars) this.unsettled = rest.length;
    patchInlines(this.element, this.mounted, readInlines(rest, env).inlines);
  }

  /** Shows the first part of the rest for good, if nothing that follows can change it. */
  private settle(rest: string, limit: number, env: Env): boolean {
    const end = lastPause(rest, limit);
    if (end === 0) return false;
    const { inlines, isSettled } = readInlines(rest.slice(0, end), env);
    if (!isSettled) return false;
    patchInlines(this.element, this.mounted, inlines);
    this.mounted = [];
    this.settled += end;
    this.unsettled = 0;
    return true;
  }

  private appendPlain(text: string): void {
    const last = this.element.lastChild;
    const room = last instanceof Text ? Math.max(0, nodeChars - last.length) : 0;
    if (room > 0 && last instanceof Text) last.appendData(text.slice(0, room));
    for (let at = room; at < text.length; at += nodeChars) {
      this.element.append(document.createTextNode(text.slice(at, at + nodeChars)));
    }
  }
}
