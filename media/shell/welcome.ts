import * as l10n from '@vscode/l10n';
import type { AccountState } from '../../src/protocol/state';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** Stands in for the composer until there is a key that can be read. */
export class Welcome {
  readonly element = element('div', 'welcome');
  private readonly sentence = element('p', 'welcome-sentence');
  private readonly refusal = element('p', 'refusal');
  private readonly setKey: HTMLButtonElement;
  private readonly saveAnyway: HTMLButtonElement;

  constructor({ post }: PanelContext) {
    this.setKey = button('primary', () => post({ type: 'setApiKey' }), l10n.t('Set API Key'));
    this.saveAnyway = button('secondary', () => post({ type: 'saveRefusedKey' }), l10n.t('Save Anyway'));
    // Always there: a screen reader reads out what comes into a region that it knows.
    this.refusal.setAttribute('aria-live', 'polite');
    this.element.append(
      icon('sparkle'),
      this.sentence,
      this.refusal,
      this.setKey,
      this.saveAnyway,
      button('link', () => post({ type: 'openKeyPage' }), l10n.t('Get a key from Google AI Studio')),
      element(
        'p',
        'privacy',
        l10n.t(
          'What you ask and the code you attach go to Google and nowhere else. Google keeps chats for 55 days with a paid key and for 1 day with a free one; with a free key it may use them to improve its products. The key stays in this computer’s secret storage.',
        ),
      ),
    );
    this.element.hidden = true;
  }

  get hasFocus(): boolean {
    return this.element.contains(document.activeElement);
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  show(key: AccountState['key'], refusal: string | undefined): void {
    const isRefused = refusal !== undefined;
    if (this.refusal.textContent !== (refusal ?? '')) {
      this.refusal.replaceChildren(...(isRefused ? [icon('error'), element('span', '', refusal)] : []));
    }
    this.saveAnyway.hidden = !isRefused;
    this.setKey.textContent = isRefused ? l10n.t('Enter Again') : l10n.t('Set API Key');
    this.element.hidden = key !== 'missing' && key !== 'unreadable';
    this.sentence.textContent =
      key === 'unreadable'
        ? l10n.t(
            'Your saved API key could not be read from this system’s secret storage. Enter it again; chats are untouched.',
          )
        : l10n.t('Chat with Gemini, have code explained and refactored, and run Deep Research, with your own API key.');
  }

  focus(): void {
    this.setKey.focus();
  }
}
