import type { PartGain } from '../../src/parts/answerChange';
import { type AnswerPart, continues, type PartKind } from '../../src/parts/answerPart';
import { element } from '../base/element';
import { Pieces } from '../base/pieces';
import type { CodePlace } from '../code/codeActions';
import type { PartView } from './partView';

/** More parts than answers have in practice. Further ones are built frame by frame. */
const partsAtOnce = 100;
const sliceMs = 8;

/** A part and the view that shows it. A part that continues the one before it is shown by the same view. */
interface ShownPart {
  readonly kind: PartKind;
  readonly view: PartView;
}

/** The pieces of an answer. Until the reader comes near they are only kept: a long chat has thousands. */
export class AnswerParts {
  readonly element = element('div', 'answer-body');
  private readonly pieces = new Pieces(this.element);
  /** The parts that are not built yet, from `next` on. */
  private kept: AnswerPart[] = [];
  private next = 0;
  private shown: ShownPart[] | undefined;
  private isSettled = false;
  /** How long each stretch of thinking took, in milliseconds, and the views that show them. */
  private thoughtTimes: readonly number[] = [];
  private readonly thoughts: PartView[] = [];

  /** `index`: the number of the first part that the view shows. */
  constructor(private readonly createView: (part: AnswerPart, index: number) => PartView) {}

  get isEmpty(): boolean {
    return this.kept.length === 0 && (this.shown === undefined || this.shown.length === 0);
  }

  get isShown(): boolean {
    return this.shown !== undefined;
  }

  /** How much text there is, to guess how high it will be. */
  get chars(): number {
    return this.kept.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0);
  }

  show(): void {
    if (this.shown) return;
    this.shown = [];
    this.buildTo(partsAtOnce);
    this.build();
  }

  /** All of it at once, where time does not matter. */
  showWhole(): void {
    this.show();
    this.buildTo(Number.POSITIVE_INFINITY);
    for (const { view } of this.shown ?? []) view.complete?.();
  }

  add(part: AnswerPart): void {
    const { shown } = this;
    if (shown && this.kept.length === 0) this.put(part, shown, 0);
    else this.kept.push(part);
  }

  /** Each stretch of thinking took so long, in milliseconds. One that goes on has taken so long until now. */
  setThoughtTimes(times: readonly number[]): void {
    this.thoughtTimes = times;
    for (const [index, view] of this.thoughts.entries()) this.tellTime(view, times[index]);
  }

  private tellTime(view: PartView, ms: number | undefined): void {
    if (ms !== undefined) view.time?.(ms);
  }

  /** `ms`: what the part has taken until now, where it is known. */
  private put(part: AnswerPart, shown: ShownPart[], ms = this.thoughtTimes[this.thoughts.length]): void {
    const previous = shown.at(-1);
    const isContinuation = previous && 'text' in part && continues(previous.kind, part.kind);
    const view = isContinuation ? previous.view : this.createView(part, shown.length);
    if (isContinuation && view.join) view.join(part);
    else if (isContinuation) view.grow?.(part.text);
    else {
      if (previous?.kind === 'thought') previous.view.settle?.();
      // It may stand in the element of another part.
      if (!view.element.parentElement) this.pieces.append(view.element);
      if (part.kind === 'thought') {
        this.thoughts.push(view);
        this.tellTime(view, ms);
      }
    }
    shown.push({ kind: part.kind, view });
    if (this.isSettled && !this.isContinued(shown.length - 1)) view.settle?.();
  }

  /** Builds what was kept, as much as one frame has time for. */
  private build(): void {
    const end = performance.now() + sliceMs;
    while (this.kept.length > 0 && performance.now() < end) this.buildTo((this.shown?.length ?? 0) + 1);
    if (this.kept.length > 0) requestAnimationFrame(() => this.build());
  }

  /** Builds the first `count` parts, or all of them if there are fewer. */
  private buildTo(count: number): void {
    const { shown, kept } = this;
    if (!shown) return;
    for (let part = kept[this.next]; part && shown.length < count; part = kept[this.next]) {
      this.next += 1;
      this.put(part, shown);
    }
    if (this.next < kept.length) return;
    this.kept = [];
    this.next = 0;
  }

  elementOf(index: number): HTMLElement | undefined {
    this.showTo(index);
    const view = this.shown?.[index]?.view;
    view?.complete?.();
    return view?.element;
  }

  /** Which block of code of a text this is. Undefined: it is in no text. */
  codePlace(block: Element): CodePlace | undefined {
    const part = (this.shown ?? []).findIndex(({ kind, view }) => kind === 'text' && view.element.contains(block));
    const blocks = this.shown?.[part]?.view.element.querySelectorAll('.code-block') ?? [];
    return part < 0 ? undefined : { part, block: Array.from(blocks).indexOf(block) };
  }

  /** False if there is no such part, or others have continued it: text comes only to the end of a view. */
  grow(index: number, text: string): boolean {
    this.showTo(index);
    const view = this.shown?.[index]?.view;
    if (!view?.grow || this.isContinued(index)) return false;
    view.grow(text);
    return true;
  }

  /** False if there is no such part. */
  gain(index: number, gain: PartGain): boolean {
    this.showTo(index);
    const view = this.shown?.[index]?.view;
    view?.gain?.(gain, this.placeInView(index));
    return view !== undefined;
  }

  /** False if there is no such part, or if it may share its view with others. */
  replace(index: number, part: AnswerPart): boolean {
    this.showTo(index);
    const old = this.shown?.[index];
    if (old?.view.replace?.(part)) return true;
    if (!this.shown || !old || [old, part].some(({ kind }) => continues(kind, kind))) return false;
    const view = this.createView(part, index);
    if (this.isSettled || index < this.shown.length - 1 || this.kept.length > 0) view.settle?.();
    const [before, after] = [old.view.element, view.element];
    if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) after.open = before.open;
    before.replaceWith(after);
    this.shown[index] = { kind: part.kind, view };
    return true;
  }

  /** Whether the answer has ended. */
  settle(isSettled: boolean): void {
    this.isSettled = isSettled;
    if (!isSettled || !this.shown) return;
    for (const [index, { view }] of this.shown.entries()) if (!this.isContinued(index)) view.settle?.();
  }

  /** Of the parts that share a view, which one this is. */
  private placeInView(index: number): number {
    let first = index;
    while (first > 0 && this.shown?.[first - 1]?.view === this.shown?.[index]?.view) first -= 1;
    return index - first;
  }

  private isContinued(index: number): boolean {
    const { shown = [], kept, next } = this;
    const following = shown[index + 1];
    if (following) return following.view === shown[index]?.view;
    const waiting = kept[next];
    return waiting !== undefined && continues(shown[index]?.kind, waiting.kind);
  }

  private showTo(index: number): void {
    this.show();
    this.buildTo(index + 1);
  }
}
