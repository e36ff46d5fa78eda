import type { AnswerPart } from '../../src/protocol/answer';
import { element } from '../base/element';
import { Pieces } from '../base/pieces';
import type { PartView } from './partView';

/** More than anybody has ever seen in an answer. Further ones that were kept are built frame by frame. */
const partsAtOnce = 100;
const sliceMs = 8;

interface ShownPart {
  readonly kind: AnswerPart['kind'];
  readonly view: PartView;
}

/** The pieces of an answer. Until somebody comes near they are only kept: a long chat has thousands. */
export class AnswerParts {
  readonly element = element('div', 'answer-body');
  private readonly pieces = new Pieces(this.element);
  /** The parts that are not built yet, from `next` on. */
  private kept: AnswerPart[] = [];
  private next = 0;
  private shown: ShownPart[] | undefined;
  private isSettled = false;

  constructor(private readonly createView: (part: AnswerPart, index: number) => PartView) {}

  get isEmpty(): boolean {
    return this.kept.length === 0 && (this.shown === undefined || this.shown.length === 0);
  }

  get isShown(): boolean {
    return this.shown !== undefined;
  }

  /** How much text there is, to guess how high it will be. */
  get chars(): number {
    return this.kept.reduce((sum, part) => sum + ('text' in part && part.kind === 'text' ? part.text.length : 0), 0);
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
    if (shown && this.kept.length === 0) this.put(part, shown);
    else this.kept.push(part);
  }

  private put(part: AnswerPart, shown: ShownPart[]): void {
    const previous = shown.at(-1);
    if (previous?.kind === 'thought') previous.view.settle?.();
    const view = this.createView(part, shown.length);
    if (this.isSettled) view.settle?.();
    shown.push({ kind: part.kind, view });
    this.pieces.append(view.element);
  }

  /** Builds what was kept, as much as one frame has time for. */
  private build(): void {
    const end = performance.now() + sliceMs;
    while (this.kept.length > 0 && performance.now() < end) this.buildTo((this.shown?.length ?? 0) + 1);
    if (this.kept.length > 0) requestAnimationFrame(() => this.build());
  }

  /** Builds so many parts, if there are so many. */
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

  /** False if there is nothing that could grow. */
  grow(index: number, text: string): boolean {
    this.showTo(index);
    const grow = this.shown?.[index]?.view.grow;
    grow?.(text);
    return grow !== undefined;
  }

  /** False if there is no such part. */
  replace(index: number, part: AnswerPart): boolean {
    this.showTo(index);
    const old = this.shown?.[index];
    if (!this.shown || !old) return false;
    const view = this.createView(part, index);
    if (this.isSettled || index < this.shown.length - 1 || this.kept.length > 0) view.settle?.();
    const [before, after] = [old.view.element, view.element];
    if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) after.open = before.open;
    before.replaceWith(after);
    this.shown[index] = { kind: part.kind, view };
    return true;
  }

  private showTo(index: number): void {
    this.show();
    this.buildTo(index + 1);
  }

  /** Whether more is to come. */
  settle(isSettled: boolean): void {
    this.isSettled = isSettled;
    if (isSettled) for (const { view } of this.shown ?? []) view.settle?.();
  }
}
