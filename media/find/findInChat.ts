import * as l10n from '@vscode/l10n';
import type { ToPanel } from '../../src/protocol/messages';
import { ChatText, type Piece } from './chatText';
import { Finder } from './finder';
import { FindMarks } from './findMarks';
import { FindWidget } from './findWidget';
import { Headroom } from './headroom';
import { patternOf } from './pattern';

/** How often an answer that grows is searched again at most, in milliseconds. */
const growthMs = 300;

export interface FindParts {
  /** Brings a message onto the page. Undefined: it has no such part. */
  readonly elementOf: (piece: Piece) => Element | undefined;
  /** Scrolls a match into view, with this many pixels kept free above it. */
  readonly reveal: (range: Range, above: number) => void;
  /** The first message in view, counted from 0. */
  readonly messageInView: () => number;
  readonly tell: (sentence: string) => void;
  /** Where the focus goes when the box is closed and what had it before is gone. */
  readonly leave: () => void;
}

/** Finds words in the whole chat, whether or not they are on the page yet. */
export class FindInChat {
  readonly widget: FindWidget;
  private readonly text = new ChatText();
  private readonly finder: Finder;
  private readonly marks: FindMarks;
  private readonly headroom = new Headroom();
  private before: HTMLElement | undefined;
  private growing: ReturnType<typeof setTimeout> | undefined;
  /** The person has gone somewhere, and the match there has not been shown yet. */
  private isRevealing = false;
  /** The person has asked, and has not been told yet. */
  private isAsked = false;
  private isMarking = false;

  constructor(private readonly parts: FindParts) {
    this.widget = new FindWidget({
      onQuery: () => this.search(),
      onStep: (step) => this.step(step),
      onClose: () => this.close(),
    });
    this.finder = new Finder({
      later: (task) => setTimeout(task),
      now: () => performance.now(),
      onChange: () => this.show(),
      isWhole: () => this.text.isWhole,
    });
    this.marks = new FindMarks((range) => this.onFound(range));
  }

  /** Call with every fact, so that the words are known before they are looked for. */
  apply(fact: ToPanel): void {
    const changed = this.text.apply(fact);
    if (!changed || !this.widget.isOpen) return;
    if (fact.type === 'partGrew') this.growing ??= setTimeout(() => this.updateGrown(changed), growthMs);
    else this.update(changed);
  }

  /** Opens the box, with what is selected in it if that is one line of the conversation. */
  open(selected: string): void {
    if (!this.widget.hasFocus && document.activeElement instanceof HTMLElement) this.before = document.activeElement;
    const isOpen = this.widget.isOpen;
    this.widget.open(selected);
    if (!isOpen || selected !== '') this.search();
  }

  close(): void {
    const hadFocus = this.widget.hasFocus;
    this.widget.close();
    this.headroom.make(0);
    this.marks.clear();
    this.finder.search([], undefined, { piece: 0, offset: 0 });
    this.text.rest();
    if (!hadFocus) return;
    if (this.before?.isConnected && this.before !== document.body) this.before.focus({ preventScroll: true });
    else this.parts.leave();
  }

  step(step: -1 | 1): void {
    this.isRevealing = true;
    this.isAsked = true;
    this.finder.step(step);
  }

  private search(): void {
    const { pieces } = this.text;
    const anchor = this.finder.match ? this.finder.place : { piece: this.pieceInView(), offset: 0 };
    this.isRevealing = true;
    this.isAsked = true;
    this.finder.search(pieces, patternOf(this.widget.query), anchor);
  }

  private pieceInView(): number {
    const message = this.parts.messageInView();
    const isAnswer = message % 2 === 1;
    const { pieces } = this.text;
    const questions = pieces.flatMap(({ part }, index) => (part === undefined ? [index] : []));
    const question = questions[Math.floor(message / 2)] ?? 0;
    return isAnswer ? Math.min(question + 1, pieces.length - 1) : question;
  }

  private updateGrown(changed: Piece | 'all'): void {
    this.growing = undefined;
    if (this.widget.isOpen) this.update(changed);
  }

  private update(changed: Piece | 'all'): void {
    this.finder.update(this.text.pieces, changed === 'all' ? undefined : changed);
  }

  private show(): void {
    const { finder, widget } = this;
    const { text } = widget.query;
    const isFound = finder.total > 0;
    if (finder.isDone || text === '') {
      // What has come since is counted, although the user has not gone to it yet.
      const found = isFound ? l10n.t('{0} of {1}', finder.index || '?', finder.total) : l10n.t('No results');
      const result = text === '' ? '' : found;
      widget.show(result, isFound);
      // What a streaming answer adds is shown, and not read out: that would be chatter.
      if (this.isAsked) this.parts.tell(result);
      this.isAsked = false;
    }
    this.markSoon();
  }

  /** With the next frame, so that no key has to wait for it. */
  private markSoon(): void {
    if (this.isMarking) return;
    this.isMarking = true;
    requestAnimationFrame(() => {
      this.isMarking = false;
      this.mark();
    });
  }

  private mark(): void {
    const match = this.widget.isOpen ? this.finder.match : undefined;
    const pattern = patternOf(this.widget.query);
    const root = match && this.parts.elementOf(match.piece);
    if (root && pattern) this.marks.show(root, pattern, match.nth);
    else this.marks.clear();
  }

  private onFound(range: Range): void {
    if (!this.isRevealing) return;
    this.isRevealing = false;
    this.parts.reveal(range, this.widget.height);
    // Two frames later it stands where it stays. Above the first message there is nothing to scroll.
    requestAnimationFrame(() => requestAnimationFrame(() => this.uncover(range)));
  }

  private uncover(range: Range): void {
    if (this.widget.isOpen && this.widget.covers(range)) this.headroom.make(this.widget.height);
  }
}
