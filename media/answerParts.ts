import type { AnswerPart } from '../src/protocol';
import { element } from './element';
import type { PartView } from './partView';

interface ShownPart {
  readonly kind: AnswerPart['kind'];
  readonly view: PartView;
}

/** The pieces of an answer. Until somebody comes near they are only kept: a long chat has thousands. */
export class AnswerParts {
  readonly element = element('div', 'answer-body');
  private kept: AnswerPart[] = [];
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
    const { kept } = this;
    this.kept = [];
    this.shown = [];
    for (const part of kept) this.add(part);
  }

  /** All of it at once, where time does not matter. */
  showWhole(): void {
    this.show();
    for (const { view } of this.shown ?? []) view.complete?.();
  }

  add(part: AnswerPart): void {
    const { shown } = this;
    if (!shown) {
      this.kept.push(part);
      return;
    }
    const previous = shown.at(-1);
    if (previous?.kind === 'thought') previous.view.settle?.();
    const view = this.createView(part, shown.length);
    if (this.isSettled) view.settle?.();
    shown.push({ kind: part.kind, view });
    this.element.append(view.element);
  }

  elementOf(index: number): HTMLElement | undefined {
    this.show();
    const view = this.shown?.[index]?.view;
    view?.complete?.();
    return view?.element;
  }

  /** False if there is nothing that could grow. */
  grow(index: number, text: string): boolean {
    this.show();
    const grow = this.shown?.[index]?.view.grow;
    grow?.(text);
    return grow !== undefined;
  }

  /** False if there is no such part. */
  replace(index: number, part: AnswerPart): boolean {
    this.show();
    const old = this.shown?.[index];
    if (!this.shown || !old) return false;
    const view = this.createView(part, index);
    if (this.isSettled || index < this.shown.length - 1) view.settle?.();
    const [before, after] = [old.view.element, view.element];
    if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) after.open = before.open;
    before.replaceWith(after);
    this.shown[index] = { kind: part.kind, view };
    return true;
  }

  /** Whether more is to come. */
  settle(isSettled: boolean): void {
    this.isSettled = isSettled;
    if (isSettled) for (const { view } of this.shown ?? []) view.settle?.();
  }
}
