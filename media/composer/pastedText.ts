import * as l10n from '@vscode/l10n';
import { button, element, icon } from '../base/element';

/**
 * A text too long for a text box, shown as one line that says how long it is: a text box takes seconds to lay out some
 * megabytes, and people do not edit them there.
 */
export class PastedText {
  readonly element: HTMLElement;
  private readonly label = element('span', 'chip-label');
  private pasted = '';

  constructor(onRemove: () => void) {
    const remove = button('icon-button', onRemove, icon('close'));
    remove.ariaLabel = l10n.t('Remove the Pasted Text');
    remove.title = l10n.t('Remove the Pasted Text');
    this.element = element('div', 'pasted', icon('file'), this.label, remove);
    this.element.hidden = true;
  }

  get text(): string {
    return this.pasted;
  }

  set text(text: string) {
    this.pasted = text;
    this.element.hidden = text === '';
    const sentence = l10n.t('{0} characters pasted', text.length.toLocaleString());
    this.label.textContent = sentence;
    this.label.title = sentence;
  }
}
