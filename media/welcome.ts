import { button, element, icon } from './element';
import type { PanelContext } from './words';

/** Stands in for the composer until there is a key. */
export class Welcome {
  readonly element = element('div', 'welcome');
  private readonly setKey: HTMLButtonElement;

  constructor({ words, post }: PanelContext) {
    this.setKey = button('primary', () => post({ type: 'setApiKey' }), words.setApiKey);
    this.element.append(
      icon('sparkle'),
      element('p', 'welcome-sentence', words.welcome),
      this.setKey,
      button('link', () => post({ type: 'openKeyPage' }), words.keyLink),
      element('p', 'privacy', words.privacy),
    );
    this.element.hidden = true;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }

  focus(): void {
    this.setKey.focus();
  }
}
