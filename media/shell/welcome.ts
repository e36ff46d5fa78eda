import type { AccountState } from '../../src/protocol/state';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Stands in for the composer until there is a key that can be read. */
export class Welcome {
  readonly element = element('div', 'welcome');
  private readonly sentence = element('p', 'welcome-sentence');
  private readonly setKey: HTMLButtonElement;

  constructor(private readonly context: PanelContext) {
    const { words, post } = context;
    this.setKey = button('primary', () => post({ type: 'setApiKey' }), words.setApiKey);
    this.element.append(
      icon('sparkle'),
      this.sentence,
      this.setKey,
      button('link', () => post({ type: 'openKeyPage' }), words.keyLink),
      element('p', 'privacy', words.privacy),
    );
    this.element.hidden = true;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  show(key: AccountState['key']): void {
    const { words } = this.context;
    this.element.hidden = key !== 'missing' && key !== 'unreadable';
    this.sentence.textContent = key === 'unreadable' ? words.keyUnreadable : words.welcome;
  }

  focus(): void {
    this.setKey.focus();
  }
}
