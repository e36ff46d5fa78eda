import type { PartGain } from '../../src/parts/answerChange';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { Citation } from '../../src/parts/citation';
import { citedRanges, type TextPart } from '../../src/parts/textPart';
import type { CodeAction } from '../../src/protocol/code';
import { type Mark, putMarks } from '../citations/citationMarks';
import { FrameScheduler } from '../markdown/frameScheduler';
import { MarkdownView } from '../markdown/markdownView';
import type { PanelContext } from '../panelContext';
import type { PartView } from './partView';

/** Called with the action for a block of code, and the number of the block in its text. */
export type OnCode = (action: CodeAction, block: number) => void;

/** Makes what stands behind cited words, with its number. Undefined: the citation names no page. */
export type Cite = (citation: Citation) => Omit<Mark, 'end'> | undefined;

/** More than answers have. What a mark costs is looking for its place. */
const mostMarks = 500;

/** How long marks are put where the user waits for all of them. Milliseconds. */
const longestMs = 60;

/** A text item of the service: citations count from its beginning. */
interface Item {
  readonly start: number;
  length: number;
  /** Those whose places are not read yet. */
  citations: readonly Citation[];
}

/** Marks on their way to the page. `isInWhole`: the text had ended when it began. Else the rest of it may have places too. */
interface Marking {
  readonly steps: ReturnType<typeof putMarks>;
  readonly isInWhole: boolean;
}

/** What the model wrote, of one text item or of several that continue each other. */
export class TextView implements PartView {
  readonly element: HTMLElement;
  private readonly view: MarkdownView;
  private readonly items: Item[] = [];
  private readonly marks = new Map<string, Mark>();
  /** Those that are not on the page. */
  private missing: readonly Mark[] = [];
  private readonly scheduler = new FrameScheduler((ms) => this.mark(ms));
  /** How those are put on the page that are neither there nor missing. */
  private marking: Marking | undefined;

  constructor(
    part: TextPart,
    context: PanelContext,
    private readonly cite: Cite,
    onCode?: OnCode,
  ) {
    const onTextEnd = (text: HTMLElement) => {
      context.onTextEnd?.(text);
      this.scheduler.ask();
    };
    this.items.push({ start: 0, length: part.text.length, citations: part.citations ?? [] });
    this.view = new MarkdownView({ ...context, onTextEnd }, part.text, onCode);
    this.element = this.view.element;
    this.askForMarks();
  }

  join(part: AnswerPart): void {
    if (part.kind !== 'text') return;
    this.items.push({ start: this.view.source.length, length: 0, citations: part.citations ?? [] });
    this.grow(part.text);
    this.askForMarks();
  }

  grow(text: string): void {
    const last = this.items.at(-1);
    if (last) last.length += text.length;
    // It is drawn again from its beginning.
    if (this.view.isEnded) this.loseMarks();
    this.view.append(text);
  }

  /** `item`: which of those that continue each other. */
  gain(gain: PartGain, item: number): void {
    const gaining = this.items[item];
    if (!gaining || gain.kind !== 'text') return;
    gaining.citations = [...gaining.citations, ...gain.citations];
    this.askForMarks();
  }

  settle(): void {
    this.view.end();
  }

  complete(): void {
    this.view.complete();
    if (this.hasMarks) this.mark(longestMs);
  }

  private get hasMarks(): boolean {
    return this.marking !== undefined || this.items.some(({ citations }) => citations.length > 0);
  }

  private askForMarks(): void {
    if (this.hasMarks) this.scheduler.ask();
  }

  /** Nothing of what was put is on the page any more. */
  private loseMarks(): void {
    this.marking = undefined;
    this.missing = [...this.marks.values()];
  }

  /** Goes on for about so long: hundreds of marks take more than a frame. */
  private mark(ms: number): void {
    const end = performance.now() + ms;
    this.marking ??= this.beginToMark();
    while (this.marking) {
      const { done, value } = this.marking.steps.next();
      if (done) {
        const hasEndedMeanwhile = !this.marking.isInWhole && this.view.isEnded;
        this.missing = [...value, ...this.missing];
        this.marking = undefined;
        if (hasEndedMeanwhile || this.hasMarks) this.scheduler.ask();
      } else if (performance.now() >= end) {
        this.scheduler.ask();
        return;
      }
    }
  }

  private beginToMark(): Marking | undefined {
    for (const item of this.items) this.readPlaces(item);
    // The same words may stand elsewhere: those that are not on the page yet are not looked for.
    const { source, finishedBlocks, finishedLength } = this.view;
    const marks = this.missing.filter(({ end }) => end <= finishedLength);
    if (marks.length === 0) return undefined;
    this.missing = this.missing.filter((mark) => !marks.includes(mark));
    return { steps: putMarks(source, marks, finishedBlocks), isInWhole: this.view.isEnded };
  }

  private readPlaces(item: Item): void {
    const { start, length, citations } = item;
    if (citations.length === 0) return;
    item.citations = [];
    const text = this.view.source.slice(start, start + length);
    const ranges = citedRanges({ kind: 'text', text, citations });
    for (const [at, citation] of citations.entries()) {
      const range = ranges[at];
      const made = range && this.cite(citation);
      if (!made || this.marks.size >= mostMarks) continue;
      const mark = { ...made, end: start + text.slice(0, range.end).trimEnd().length };
      const key = `${mark.end} ${mark.number}`;
      if (this.marks.has(key)) continue;
      this.marks.set(key, mark);
      this.missing = [...this.missing, mark];
    }
  }
}
