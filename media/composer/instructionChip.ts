import * as l10n from '@vscode/l10n';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** The instruction of this chat, which each of its questions takes along. */
export class InstructionChip {
  readonly element: HTMLElement;
  private readonly open: HTMLButtonElement;

  /** `onRemoved`: the chip that had the focus goes. */
  constructor({ post }: PanelContext, onRemoved: () => void) {
    const leave = () => {
      post({ type: 'removeInstruction' });
      onRemoved();
    };
    const label = element('span', 'chip-label', l10n.t('Instruction'));
    this.open = button('chip-open', () => post({ type: 'editInstruction' }), icon('book'), label);
    this.open.ariaLabel = l10n.t('Instruction for this chat');
    const remove = button('icon-button', leave, icon('close'));
    remove.ariaLabel = l10n.t('Remove the instruction for this chat');
    remove.title = remove.ariaLabel;
    this.element = element('div', 'attached-chip', this.open, remove);
    this.element.hidden = true;
  }

  /** Undefined: the chat has none. */
  show(text: string | undefined): void {
    this.element.hidden = text === undefined;
    this.element.title = text ?? '';
    this.open.ariaDescription = text ?? null;
  }
}
