import * as l10n from '@vscode/l10n';
import type { AttachmentView } from '../../src/protocol/attachment';
import { button, element, icon } from '../base/element';

/** What goes along with the next question. */
export class AttachedChips {
  readonly element = element('div', 'attached');

  /** `onRemove`: the person wants this one left out. */
  constructor(private readonly onRemove: (id: string) => void) {
    this.element.role = 'list';
    this.element.ariaLabel = l10n.t('Attached to the next message');
    this.element.hidden = true;
  }

  show(attached: readonly AttachmentView[]): void {
    this.element.hidden = attached.length === 0;
    this.element.replaceChildren(...attached.map((attachment) => this.chip(attachment)));
  }

  private chip({ id, label }: AttachmentView): HTMLElement {
    const name = l10n.t('Remove {0}', label);
    const remove = button('icon-button', () => this.onRemove(id), icon('close'));
    remove.ariaLabel = name;
    remove.title = name;
    const chip = element('div', 'attached-chip', icon('file'), element('span', 'chip-label', label), remove);
    chip.role = 'listitem';
    chip.title = label;
    return chip;
  }
}
