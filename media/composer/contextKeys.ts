import type { PanelContext } from '../panelContext';
import { isComposing } from './promptBox';

type Trigger = '@' | '#';

/** The keys that ask for what is to go along: Ctrl+/, and `@` or `#` where a word begins. */
export class ContextKeys {
  constructor(
    private readonly input: HTMLTextAreaElement,
    private readonly post: PanelContext['post'],
  ) {
    input.addEventListener('keydown', (event) => {
      if (isComposing(event) || event.key !== '/' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      this.ask();
    });
    input.addEventListener('input', (event) => {
      if (!(event instanceof InputEvent) || event.inputType !== 'insertText') return;
      const { data } = event;
      if ((data === '@' || data === '#') && this.isAtWordStart()) this.ask(data);
    });
  }

  ask(trigger?: Trigger): void {
    this.post(trigger === undefined ? { type: 'addContext' } : { type: 'addContext', trigger });
  }

  /** Takes the sign out of the text that has just asked. False: it is not there any more. */
  remove(trigger: Trigger): boolean {
    const { input } = this;
    const at = input.selectionEnd - 1;
    if (input.value[at] !== trigger) return false;
    input.setRangeText('', at, at + 1, 'end');
    return true;
  }

  private isAtWordStart(): boolean {
    const { value, selectionEnd } = this.input;
    return selectionEnd <= 1 || /\s/.test(value[selectionEnd - 2] ?? '');
  }
}
