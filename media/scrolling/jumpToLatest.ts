import type { PanelWords } from '../../src/panelWords';
import { button, element, icon } from '../base/element';

/** The way back to the end, shown while that is out of sight. */
export class JumpToLatest {
  readonly element: HTMLElement;

  constructor(words: PanelWords, onJump: () => void) {
    const made = button('jump', onJump, icon('arrow-down'), words.jumpToLatest);
    this.element = element('div', 'jump-place', made);
    this.show(false);
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }
}
