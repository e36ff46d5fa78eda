import * as l10n from '@vscode/l10n';
import { button, element, icon } from '../base/element';

/** The way back to the end, shown while that is out of sight. */
export class JumpToLatest {
  readonly element: HTMLElement;

  constructor(onJump: () => void) {
    const made = button('jump', onJump, icon('arrow-down'), l10n.t('Jump to Latest'));
    this.element = element('div', 'jump-place', made);
    this.show(false);
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }
}
