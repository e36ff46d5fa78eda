import type { Env } from 'markdown-it';
import { withLineBreaks } from '../../src/markdown/lineBreak';
import { element } from '../base/element';
import type { References, Scope, Waiter } from '../blocks/references';
import { firstPart, longestPart, partChars, readParts } from './inlineParts';
import { type MountedInline, patchInlines } from './mountedInline';
import { readInlines } from './readInlines';

/** A browser lays a paragraph out as a whole, so that a long one has to be in pieces. */
const pieceChars = 4_000;

/** The text of a paragraph, heading or cell, with its markup. While it grows, what is on the page is left alone. */
export class InlineView implements Waiter {
  private source = '';
  private key = '';
  /** What shows the source from `settled` on. */
  private mounted: MountedInline[] = [];
  private settled = 0;
  /** How long the rest was when no part of it could be settled. */
  private unsettled = 0;
  /** Where the rest is shown: the last piece of a long text. */
  private piece: HTMLElement;
  private charsInPiece = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly references: References,
    /** Whether `<br>` breaks the line. */
    private readonly mayBreak: boolean,
  ) {
    this.piece = element;
  }

  show(source: string, scope: Scope): void {
    const key = source.includes('[') ? scope.key : '';
    if (source === this.source && key === this.key) return;
    if (key !== this.key || !source.startsWith(this.source.slice(0, this.settled))) this.clear();
    else if (!source.startsWith(this.source)) this.unsettled = 0;
    const rest = source.length - this.settled;
    const env = this.envFor(scope.env);
    if (rest > longestPart || rest >= this.unsettled * 2) this.settle(source, env);
    this.showRest(source, env);
    this.source = source;
    this.key = key;
  }

  /** No more comes, except for definitions. */
  finish(scope: Scope): void {
    this.show(this.source, scope);
    if (this.source.length - this.settled > partChars) {
      const env = this.envFor(scope.env);
      this.settle(this.source, env);
      this.showRest(this.source, env);
    }
    if (this.source.includes('[')) this.references.watch(this, (env) => readParts(this.source, this.envFor(env)));
    this.mounted = [];
  }

  refresh(): void {
    this.clear();
    this.references.watch(this, (watched) => {
      const env = this.envFor(watched);
      this.settle(this.source, env);
      this.showRest(this.source, env);
    });
    this.mounted = [];
  }

  private envFor(env: Env): Env {
    return this.mayBreak ? withLineBreaks(env) : env;
  }

  private clear(): void {
    this.element.replaceChildren();
    this.piece = this.element;
    this.charsInPiece = 0;
    this.mounted = [];
    this.settled = 0;
    this.unsettled = 0;
  }

  /** Shows the parts of the rest for good that nothing behind them can change. */
  private settle(source: string, env: Env): void {
    let rest = source.slice(this.settled);
    for (let part = firstPart(rest, env, this.unsettled); part; part = firstPart(rest, env)) {
      patchInlines(this.piece, this.mounted, part.inlines);
      this.mounted = [];
      this.settled += part.length;
      this.charsInPiece += part.length;
      if (this.charsInPiece >= pieceChars) this.beginPiece();
      rest = source.slice(this.settled);
    }
    this.unsettled = rest.length > partChars ? rest.length : 0;
  }

  private showRest(source: string, env: Env): void {
    patchInlines(this.piece, this.mounted, readInlines(source.slice(this.settled), env).inlines);
  }

  private beginPiece(): void {
    this.piece = element('span', 'text-piece');
    this.charsInPiece = 0;
    this.element.append(this.piece);
  }
}
