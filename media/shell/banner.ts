import type { BannerView } from '../../src/protocol/state';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Says what is wrong with the chat as a whole, and offers the one thing that helps. */
export class Banner {
  /** Never hidden, only empty: a screen reader reads out what comes into a region that was there before. */
  readonly element = element('div');
  private shown: BannerView | undefined;

  constructor(private readonly context: PanelContext) {
    this.element.role = 'status';
  }

  show(banner: BannerView | undefined): void {
    // Made again, the same banner would be read out again, and its button would lose the focus.
    if (isSame(banner, this.shown)) return;
    this.shown = banner;
    this.element.replaceChildren(...(banner ? [this.draw(banner)] : []));
  }

  private draw({ message, action }: BannerView): HTMLElement {
    const text = element('p', '', message);
    text.dir = 'auto';
    const content = element('div', 'banner-content', text);
    if (action) {
      const act = () => this.context.post({ type: 'actOnBanner', action: action.id });
      content.append(button('secondary', act, action.label));
    }
    return element('div', 'banner', icon('warning'), content);
  }
}

function isSame(one: BannerView | undefined, other: BannerView | undefined): boolean {
  return (
    one?.message === other?.message &&
    one?.action?.id === other?.action?.id &&
    one?.action?.label === other?.action?.label
  );
}
