import * as l10n from '@vscode/l10n';
import type { AttachmentView } from '../../src/protocol/attachment';
import type { CurrentFileView } from '../../src/protocol/context';
import type { ChatState } from '../../src/protocol/state';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';
import { attachmentSign, attachmentTitle } from './attachmentSign';
import { ExtraChip } from './extraChip';

/** What goes along with the next question: the file the user works in, if wanted, and what was added to it. */
export class AttachedChips {
  readonly element = element('div', 'attached');
  private readonly list = element('div', 'attached-list');
  private readonly currentLabel = element('span', 'chip-label');
  private readonly current: HTMLButtonElement;
  private readonly bars = new Map<string, { readonly bar: HTMLProgressElement; readonly chip: HTMLElement }>();
  private readonly instruction: ExtraChip;
  private readonly schema: ExtraChip;
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
    const { post } = context;
    const removed = (type: 'removeInstruction' | 'removeSchema') => {
      post({ type });
      onRemoved();
    };
    this.instruction = new ExtraChip({
      sign: 'book',
      label: l10n.t('Instruction'),
      name: l10n.t('Instruction for this chat'),
      removeName: l10n.t('Remove the instruction for this chat'),
      onOpen: () => post({ type: 'editInstruction' }),
      onRemove: () => removed('removeInstruction'),
    });
    this.schema = new ExtraChip({
      sign: 'json',
      label: l10n.t('Schema'),
      name: l10n.t('Schema for this chat'),
      removeName: l10n.t('Remove the schema for this chat'),
      onOpen: () => post({ type: 'chooseSchema' }),
      onRemove: () => removed('removeSchema'),
    });
    this.element.append(this.current, this.instruction.element, this.schema.element, this.list);
    this.element.hidden = true;
  }

  show(attached: readonly AttachmentView[]): void {
    // Made again, the same chips would lose the focus.
    const wanted = JSON.stringify(attached.map(withoutProgress));
    if (wanted !== this.shown) {
      this.bars.clear();
      this.list.replaceChildren(...attached.map((attachment) => this.chip(attachment)));
    }
    this.shown = wanted;
    for (const attachment of attached) this.showProgress(attachment);
    this.list.hidden = attached.length === 0;
    this.showRow();
  }

  /** What each question of the chat takes along. */
  showExtras({
    instruction,
    schema,
    withoutEffect = {},
  }: Pick<ChatState, 'instruction' | 'schema' | 'withoutEffect'>): void {
    this.instruction.show(instruction, withoutEffect.instruction);
    this.schema.show(schema, withoutEffect.schema);
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
    const { current, instruction, schema, list } = this;
    this.element.hidden = [current, instruction.element, schema.element, list].every(({ hidden }) => hidden);
  }

  private showProgress(attachment: AttachmentView): void {
    const { id, percent } = attachment;
    const shown = this.bars.get(id);
    if (!shown || percent === undefined) return;
    // All of it is there, and Google has not read it yet: how long that takes is not known.
    if (percent < 100) shown.bar.value = percent;
    else shown.bar.removeAttribute('value');
    shown.chip.title = attachmentTitle(attachment);
  }

  private chip(attachment: AttachmentView): HTMLElement {
    const { id, label, details, percent, isLarge = false } = attachment;
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
    if (details !== undefined && percent === undefined) open.ariaDescription = details;
    const name = percent === undefined ? l10n.t('Remove {0}', label) : l10n.t('Cancel the upload of {0}', label);
    const remove = button('icon-button', leave, icon('close'));
    remove.ariaLabel = name;
    remove.title = name;
    const bar = percent === undefined ? undefined : progress(label);
    const chip = element('div', 'attached-chip', open, ...(bar ? [bar] : []), remove);
    if (bar) this.bars.set(id, { bar, chip });
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

/** What a chip is made of. How far its upload is changes while it stands there. */
function withoutProgress(attachment: AttachmentView): AttachmentView {
  return attachment.percent === undefined ? attachment : { ...attachment, percent: 0, details: '' };
}

function progress(label: string): HTMLProgressElement {
  const bar = element('progress', 'chip-progress');
  bar.max = 100;
  bar.ariaLabel = l10n.t('Upload of {0}', label);
  return bar;
}

function largeNote(): string {
  return l10n.t('This is more than 200,000 tokens, and is billed as such.');
}
