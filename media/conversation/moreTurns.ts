import type { TurnView } from '../../src/protocol/chat';
import { button, element } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Stands at the end of a chat that is shown only as far as somebody went back in it: the rest is kept, and one click away. */
export class MoreTurns {
  readonly element: HTMLElement;
  private turnId: string | undefined;

  constructor({ words, post }: PanelContext) {
    const show = () => this.turnId !== undefined && post({ type: 'showMore', turnId: this.turnId });
    this.element = element('p', 'more-turns', `${words.moreKept} `, button('link', show, words.showMore));
    this.element.hidden = true;
  }

  /** `last` is the last turn that is shown. */
  show(last: TurnView | undefined): void {
    this.turnId = last?.hasMore ? last.id : undefined;
    this.element.hidden = this.turnId === undefined;
  }
}
