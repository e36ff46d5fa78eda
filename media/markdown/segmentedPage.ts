import { element } from '../base/element';
import type { Block } from '../blocks/blocks';
import type { MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { FootnoteList } from '../footnotes/footnoteList';
import { BlockList } from './blockList';
import type { BlockPage } from './markdownStream';

/** About how much text stands in an element that the browser lays out only when it is near. */
const segmentChars = 8_000;
/** This many segments stand side by side: each costs a little in every frame, unless what is around it is left out. */
const segmentsPerChapter = 8;
/** An element costs at least as much as this many characters: there are answers of nothing but rules. */
const elementChars = 30;

/** Shows the blocks of a text in segments. One element for each block would be thousands to walk through. */
export class SegmentedPage implements BlockPage {
  private list: BlockList;
  private readonly context: MarkdownContext;
  private readonly footnotes: FootnoteList;
  private chars = 0;
  private segment: HTMLElement | undefined;
  private chapter: HTMLElement;
  private segments = 0;

  constructor(
    private readonly element: HTMLElement,
    context: MarkdownContext,
  ) {
    this.footnotes = new FootnoteList(element);
    this.context = { ...context, footnotes: this.footnotes };
    this.chapter = element;
    this.list = this.openSegment();
  }

  /** The blocks on the page that nothing changes any more, in their order. Costs as much as there are. */
  get finished(): readonly Element[] {
    const open = new Set(this.list.unfinished);
    const blocks = this.element.querySelectorAll('.segment > :not(.block-piece), .segment > .block-piece > *');
    return Array.from(blocks).filter((block) => !open.has(block));
  }

  show(blocks: readonly Block[], scope: Scope): void {
    this.list.show(blocks, scope);
  }

  finish(count: number, scope: Scope): void {
    for (const { element } of this.list.finish(count, scope)) this.chars += costOf(element);
    if (this.chars < segmentChars || !this.list.isFinished) return;
    this.chars = 0;
    this.list = this.openSegment();
  }

  finishInside(count: number, scope: Scope): void {
    this.list.last?.finishParts?.(count, scope);
  }

  growCode(text: string): void {
    this.list.last?.grow?.(text);
  }

  private openSegment(): BlockList {
    const segment = element('div', 'segment is-last');
    if (this.segments === segmentsPerChapter) this.openChapter();
    this.segments += 1;
    if (this.chapter === this.element) this.footnotes.insertBefore(segment);
    else this.chapter.append(segment);
    this.segment?.classList.remove('is-last');
    this.segment = segment;
    return new BlockList(segment, this.context);
  }

  private openChapter(): void {
    this.segments = 0;
    this.chapter.classList.remove('is-last');
    this.chapter = element('div', 'chapter is-last');
    this.footnotes.insertBefore(this.chapter);
  }
}

function costOf(block: HTMLElement): number {
  const elements = 1 + block.getElementsByTagName('*').length;
  return Math.max(block.textContent.length, elements * elementChars);
}
