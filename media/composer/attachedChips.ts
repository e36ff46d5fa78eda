import * as l10n from '@vscode/l10n';
import type { AttachmentView } from '../../src/protocol/attachment';
import type { CurrentFileView } from '../../src/protocol/context';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';
import { attachmentSign, attachmentTitle } from './attachmentSign';

/** What goes along with the next question: the file the user works in, if wanted, and what was added to it. */
export class AttachedChips {
  readonly element = element('div', 'attached');
  private readonly list = element('div', 'attached-list');
  private readonly currentLabel = element('span', 'chip-label');
  private readonly current: HTMLButtonElement;
  private isOn = false;
  private shown = '';

  /** `onRemoved`: the chip that had the focus goes. */
  constructor(
    private readonly context: PanelContext,
    private readonly onRemoved: () => void,
  ) {
    this.list.role = 'list';
    this.list.ariaLabel = l10n.t('Attached to the next message');
    this.list.hidden = true;
    this.current = button('current-chip', () => context.post({ type: 'setCurrentFile', isOn: !this.isOn }));
    this.current.hidden = true;
    this.element.append(this.current, this.list);
    this.element.hidden = true;
  }

  show(attached: readonly AttachmentView[]): void {
    // Made again, the same chips would lose the focus.
    const wanted = JSON.stringify(attached);
    if (wanted !== this.shown) this.list.replaceChildren(...attached.map((attachment) => this.chip(attachment)));
    this.shown = wanted;
    this.list.hidden = attached.length === 0;
    this.showRow();
  }

  /** The file the user works in. Undefined: none is open. */
  showCurrent(current: CurrentFileView | undefined): void {
    this.current.hidden = current === undefined;
    this.showRow();
    if (!current) return;
    const { label, isOn, isLarge = false } = current;
    this.isOn = isOn;
    this.currentLabel.textContent = label;
    this.current.replaceChildren(icon(isOn ? 'eye' : 'eye-closed'), this.currentLabel);
    this.current.ariaPressed = String(isOn);
    this.current.ariaLabel = l10n.t('{0}, current file', label);
    this.current.classList.toggle('is-large', isOn && isLarge);
    this.current.title = [
      isOn
        ? l10n.t('{0} goes along with each question. Click to leave it out.', label)
        : l10n.t('{0} stays here. Click to send it along with each question.', label),
      ...(isLarge ? [largeNote()] : []),
    ].join('\n');
  }

  private showRow(): void {
    this.element.hidden = this.current.hidden && this.list.hidden;
  }

  private chip(attachment: AttachmentView): HTMLElement {
    const { id, label, details, isLarge = false } = attachment;
    const { post } = this.context;
    const leave = () => {
      post({ type: 'removeAttachment', attachmentId: id });
      this.onRemoved();
    };
    const open = button(
      'chip-open',
      () => post({ type: 'openPending', attachmentId: id }),
      isLarge ? icon('warning') : attachmentSign(attachment),
      element('span', 'chip-label', label),
    );
    const title = attachmentTitle(attachment);
    if (details !== undefined) open.ariaDescription = details;
    const name = l10n.t('Remove {0}', label);
    const remove = button('icon-button', leave, icon('close'));
    remove.ariaLabel = name;
    remove.title = name;
    const chip = element('div', 'attached-chip', open, remove);
    chip.role = 'listitem';
    chip.title = isLarge ? `${title}\n${largeNote()}` : title;
    chip.addEventListener('keydown', (event) => {
      if (event.key !== 'Delete' && event.key !== 'Backspace') return;
      event.preventDefault();
      leave();
    });
    chip.classList.toggle('is-large', isLarge);
    return chip;
  }
}

function largeNote(): string {
  return l10n.t('This is more than 200,000 tokens, and is billed as such.');
}
