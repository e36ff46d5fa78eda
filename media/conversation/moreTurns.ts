import * as l10n from '@vscode/l10n';
import type { TurnView } from '../../src/protocol/chat';
import { button, element } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Stands at the end of a chat that is shown only as far as the user went back in it: the rest is kept, and one click away. */
export class MoreTurns {
  readonly element: HTMLElement;
  private turnId: string | undefined;

  constructor({ post }: PanelContext) {
    const show = () => this.turnId !== undefined && post({ type: 'showMore', turnId: this.turnId });
    this.element = element(
      'p',
      'more-turns',
      `${l10n.t('Your next question will branch from here. Later messages are kept.')} `,
      button('link', show, l10n.t('Show Them')),
    );
    this.element.hidden = true;
  }

  /** The element, if it says something. */
  get shown(): HTMLElement | undefined {
    return this.element.hidden ? undefined : this.element;
  }

  /** `last` is the last turn that is shown. */
  show(last: TurnView | undefined): void {
    this.turnId = last?.hasMore ? last.id : undefined;
    this.element.hidden = this.turnId === undefined;
  }
}
