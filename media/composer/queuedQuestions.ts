import * as l10n from '@vscode/l10n';
import type { QueuedView } from '../../src/protocol/composer';
import { button, element, type IconName, icon } from '../base/element';
import type { PanelContext } from '../panelContext';

/** The questions that wait for the answer that is on its way, above the place where the next one is typed. */
export class QueuedQuestions {
  readonly element = element('div', 'queued');
  private readonly note = element('p', 'queued-note');
  private readonly list = element('div', 'queued-list');
  private shown = '';

  constructor(private readonly context: PanelContext) {
    this.list.role = 'list';
    this.list.ariaLabel = l10n.t('Questions that wait');
    // Always there: a screen reader reads out what comes into a region that it knows.
    this.note.setAttribute('aria-live', 'polite');
    this.element.append(this.note, this.list);
    this.list.hidden = true;
  }

  show(queued: readonly QueuedView[]): void {
    // Made again, the same rows would lose the focus.
    const wanted = JSON.stringify(queued);
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.list.hidden = queued.length === 0;
    this.list.replaceChildren(...queued.map((question) => this.row(question)));
    this.note.textContent = noteOf(queued);
  }

  private row({ id, text, attachments, isHeld }: QueuedView): HTMLElement {
    const { post } = this.context;
    const label = element('span', 'chip-label', text);
    label.title = [text, ...attachments.map((attachment) => attachment.label)].join('\n');
    label.dir = 'auto';
    const row = element(
      'div',
      'queued-question',
      icon(isHeld ? 'warning' : 'clockface'),
      label,
      action('edit', l10n.t('Edit the Question That Waits'), () => post({ type: 'editQueued', questionId: id })),
      action('send', isHeld ? l10n.t('Send Now') : l10n.t('Stop the Answer and Send Now'), () =>
        post({ type: 'sendQueued', questionId: id }),
      ),
      action('close', l10n.t('Remove the Question That Waits'), () => post({ type: 'removeQueued', questionId: id })),
    );
    row.role = 'listitem';
    return row;
  }
}

function noteOf(queued: readonly QueuedView[]): string {
  if (queued.length === 0) return '';
  return queued.some(({ isHeld }) => isHeld)
    ? l10n.t('Not sent, because the answer before it did not end well.')
    : l10n.t('Sent when the answer is complete.');
}

function action(name: IconName, label: string, onClick: () => void): HTMLButtonElement {
  const made = button('icon-button', onClick, icon(name));
  made.ariaLabel = label;
  made.title = label;
  return made;
}
