import * as l10n from '@vscode/l10n';
import { button } from '../base/element';

/** A question that is longer is folded, as one with pasted text is. */
const [mostLines, mostChars] = [40, 4_000];

/** Shows the beginning of a long question, and all of it on demand. */
export class QuestionFold {
  /** Absent where the question is short. */
  readonly button: HTMLButtonElement | undefined;
  private readonly lines: number;
  private isOpen = false;

  constructor(
    private readonly prompt: HTMLElement,
    text: string,
  ) {
    this.lines = text.split('\n').length;
    if (this.lines <= mostLines && text.length <= mostChars) return;
    this.button = button('link prompt-fold', () => this.change(!this.isOpen));
    this.change(false);
  }

  /** What is found in it has to be seen. */
  open(): void {
    this.change(true);
  }

  private change(isOpen: boolean): void {
    if (!this.button) return;
    this.isOpen = isOpen;
    this.prompt.classList.toggle('is-folded', !isOpen);
    this.button.ariaExpanded = String(isOpen);
    this.button.textContent = isOpen ? l10n.t('Show Less') : this.showAll;
  }

  private get showAll(): string {
    return this.lines > mostLines ? l10n.t('Show All {0} Lines', this.lines) : l10n.t('Show All');
  }
}
