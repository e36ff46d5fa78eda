import type { PanelWords } from '../../src/panelWords';
import { button, element, icon } from '../base/element';
import { fill } from '../base/words';

/**
 * A text too long for a text box, shown as one line that says how long it is: a text box takes seconds to lay out some
 * megabytes, and nobody edits them there.
 */
export class PastedText {
  readonly element: HTMLElement;
  private readonly label = element('span', 'chip-label');
  private pasted = '';

  constructor(
    private readonly words: Pick<PanelWords, 'pasted' | 'removePasted'>,
    onRemove: () => void,
  ) {
    const remove = button('icon-button', onRemove, icon('close'));
    remove.ariaLabel = words.removePasted;
    remove.title = words.removePasted;
    this.element = element('div', 'pasted', icon('file'), this.label, remove);
    this.element.hidden = true;
  }

  get text(): string {
    return this.pasted;
  }

  set text(text: string) {
    this.pasted = text;
    this.element.hidden = text === '';
    const sentence = fill(this.words.pasted, text.length.toLocaleString());
    this.label.textContent = sentence;
    this.label.title = sentence;
  }
}
