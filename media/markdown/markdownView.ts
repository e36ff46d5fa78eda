import type { CodeAction } from '../../src/protocol/code';
import { element } from '../base/element';
import { openWebLinks } from '../base/webLink';
import { References } from '../blocks/references';
import type { PanelContext } from '../panelContext';
import { createBlockView } from './createBlockView';
import { FrameScheduler, firstReadingMs, mostFrameMs } from './frameScheduler';
import { MarkdownStream } from './markdownStream';
import { SegmentedPage } from './segmentedPage';

/** How long is read where the user waits for the whole. Milliseconds. */
const longestMs = 60;
/** As much is read before the clock is looked at as takes about so long. Hostile text takes a hundred times as long as prose. */
const sliceMs = 3;
const [leastSlice, mostSlice] = [2_000, 32_000];

/** Shows a text in Markdown while it arrives. */
export class MarkdownView {
  readonly element = element('div', 'text');
  private readonly scheduler = new FrameScheduler((ms) => this.read(ms));
  private page: SegmentedPage;
  private stream: MarkdownStream;
  private whole = '';
  /** How much of the whole was given to the stream. */
  private given = 0;
  private sliceChars = leastSlice;
  private state: 'open' | 'ending' | 'ended' = 'open';

  /**
   * Renders at once as much of `text` as fits the frame. `onCode` gets the number of a block of
   * code, counted from 0; without it there are no buttons for that.
   */
  constructor(
    private readonly context: PanelContext,
    text: string,
    private readonly onCode?: (action: CodeAction, block: number) => void,
  ) {
    [this.page, this.stream] = this.begin();
    openWebLinks(this.element, context.post);
    this.whole = text;
    this.read(firstReadingMs());
  }

  /** The Markdown so far. */
  get source(): string {
    return this.whole;
  }

  /** All of it is on the page, for good unless it is continued. */
  get isEnded(): boolean {
    return this.state === 'ended';
  }

  /** The blocks on the page that nothing changes any more. */
  get finishedBlocks(): readonly Element[] {
    return this.page.finished;
  }

  /** How much of the source they stand for, or less. UTF-16 units. */
  get finishedLength(): number {
    return this.isEnded ? this.whole.length : this.stream.finishedLength;
  }

  append(text: string): void {
    // An answer that had ended may be continued, and its last line with it.
    if (this.state === 'ended') [this.page, this.stream] = this.begin();
    this.state = 'open';
    this.whole += text;
    this.scheduler.ask();
  }

  /** No more comes: the last line is whole although it has no break. */
  end(): void {
    if (this.state !== 'open') return;
    this.state = 'ending';
    if (this.given === this.whole.length) this.read(mostFrameMs);
    else this.scheduler.ask();
  }

  private begin(): readonly [SegmentedPage, MarkdownStream] {
    const references = new References();
    this.element.replaceChildren();
    const { diagrams } = this.context;
    const onCode = this.onCode && ((action: CodeAction, block: HTMLElement) => this.actOnCode(action, block));
    this.given = 0;
    const context = { references, createView: createBlockView, onCode, diagrams };
    const page = new SegmentedPage(this.element, context);
    return [page, new MarkdownStream(page, references)];
  }

  private actOnCode(action: CodeAction, block: HTMLElement): void {
    const blocks = Array.from(this.element.querySelectorAll('.code-block'));
    this.onCode?.(action, blocks.indexOf(block));
  }

  /** Shows now what was left for the next frames, unless that takes too long. */
  complete(): void {
    this.read(longestMs);
  }

  private read(limitMs: number): void {
    const end = performance.now() + limitMs;
    // At least one slice, so that the beginning is there from the beginning.
    for (let now = performance.now(), isFirst = true; this.given < this.whole.length; isFirst = false) {
      if (now >= end && !isFirst) break;
      const slice = this.whole.slice(this.given, this.given + this.sliceChars);
      this.given += slice.length;
      this.stream.push(slice);
      const before = now;
      now = performance.now();
      this.fitSlice(now - before);
    }
    if (this.given < this.whole.length) this.scheduler.ask();
    else if (this.state === 'ending') {
      this.state = 'ended';
      this.stream.end();
      this.context.onTextEnd?.(this.element);
    }
  }

  private fitSlice(tookMs: number): void {
    const chars = this.sliceChars * (tookMs > sliceMs ? 0.5 : 2);
    this.sliceChars = Math.min(mostSlice, Math.max(leastSlice, chars));
  }
}
