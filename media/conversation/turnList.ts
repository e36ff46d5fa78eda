import { element } from '../base/element';
import type { TurnView } from './turnView';

/** The turns on the page, in the order of the chat. Those before the first of them may still be on their way. */
export class TurnList {
  readonly element = element('div', 'turns');
  private ordered: readonly TurnView[] = [];
  private readonly byId = new Map<string, TurnView>();
  private readonly byMessage = new WeakMap<Element, TurnView>();
  private earlier = 0;

  get all(): readonly TurnView[] {
    return this.ordered;
  }

  get first(): TurnView | undefined {
    return this.ordered[0];
  }

  get last(): TurnView | undefined {
    return this.ordered.at(-1);
  }

  /** The last thing that is seen of them. Room that is kept for an answer to grow into comes below it. */
  get end(): Element | null | undefined {
    return this.last?.answer.element.lastElementChild;
  }

  /** How many turns of the chat come before those on the page. */
  get missing(): number {
    return this.earlier;
  }

  get messagesBefore(): number {
    return this.earlier * 2;
  }

  get(id: string): TurnView | undefined {
    return this.byId.get(id);
  }

  /** The turn that a message belongs to. */
  of(message: Element): TurnView | undefined {
    return this.byMessage.get(message);
  }

  /** Starts again with these turns, before which this many others come. */
  replace(views: readonly TurnView[], missing: number): void {
    for (const view of this.ordered) view.answer.dispose();
    this.byId.clear();
    this.earlier = missing;
    this.ordered = views;
    this.element.replaceChildren(...this.enter(views));
    this.number(views);
  }

  /** Takes those in that come right before the first. */
  prepend(views: readonly TurnView[]): void {
    this.earlier = Math.max(0, this.earlier - views.length);
    this.ordered = [...views, ...this.ordered];
    this.element.prepend(...this.enter(views));
    this.number(views);
  }

  append(view: TurnView): void {
    this.ordered = [...this.ordered, view];
    this.element.append(...this.enter([view]));
    // All say of how many messages they are one.
    this.number(this.ordered);
  }

  private enter(views: readonly TurnView[]): readonly Element[] {
    return views.flatMap((view) => {
      const messages = [view.question.element, view.answer.element];
      this.byId.set(view.id, view);
      for (const message of messages) this.byMessage.set(message, view);
      return messages;
    });
  }

  /** Tells the turns, the first of the page on, which of all messages they are. */
  private number(views: readonly TurnView[]): void {
    const total = (this.earlier + this.ordered.length) * 2;
    views.forEach((view, index) => {
      view.number((this.earlier + index) * 2 + 1, total);
    });
  }
}
