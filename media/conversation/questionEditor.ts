import * as l10n from '@vscode/l10n';
import { button, element } from '../base/element';
import { isComposing, PromptBox, type PromptDraft } from '../composer/promptBox';

export interface QuestionEditorEvents {
  readonly onChange: (draft: PromptDraft) => void;
  readonly onSend: (prompt: string) => void;
  readonly onLeave: () => void;
}

/** A question turned into a box where it can be put in other words. */
export class QuestionEditor {
  readonly element: HTMLElement;
  private readonly box: PromptBox;
  private readonly send: HTMLButtonElement;
  private unavailable: string | undefined;

  /** `allowsNothing`: what goes along is a question by itself. */
  constructor(
    draft: string | PromptDraft,
    private readonly allowsNothing: boolean,
    private readonly events: QuestionEditorEvents,
  ) {
    this.box = new PromptBox(l10n.t('Edit the question'), () => this.changed());
    if (typeof draft === 'string') this.box.text = draft;
    else this.box.draft = draft;
    this.box.input.addEventListener('keydown', (event) => this.onKey(event));
    this.send = button('primary', () => this.trySend(), l10n.t('Resend'));
    const cancel = button('secondary', () => events.onLeave(), l10n.t('Cancel'));
    const bar = element('div', 'editor-bar', cancel, this.send);
    this.element = element('div', 'question-editor', this.box.pasted.element, this.box.input, bar);
    this.element.addEventListener('keydown', (event) => this.leaveOnEscape(event));
    this.showSendable();
  }

  /** What was typed so far. */
  get draft(): PromptDraft {
    return this.box.draft;
  }

  focus(): void {
    this.box.input.focus();
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    this.unavailable = reason;
    this.showSendable();
  }

  private get isSendable(): boolean {
    return this.unavailable === undefined && (this.allowsNothing || !this.box.isEmpty);
  }

  private changed(): void {
    this.showSendable();
    this.events.onChange(this.box.draft);
  }

  private showSendable(): void {
    this.send.ariaDisabled = this.isSendable ? null : 'true';
    this.send.title = this.unavailable ?? '';
  }

  private trySend(): void {
    if (this.isSendable) this.events.onSend(this.box.text.trim());
  }

  private onKey(event: KeyboardEvent): void {
    if (isComposing(event) || event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    if (!event.repeat) this.trySend();
  }

  private leaveOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || isComposing(event)) return;
    // Elsewhere it stops the answer.
    event.stopPropagation();
    this.events.onLeave();
  }
}
