import * as l10n from '@vscode/l10n';
import { ActionButton } from '../base/actionButton';
import { button, element, icon } from '../base/element';
import type { Query } from './pattern';

export interface FindWidgetEvents {
  readonly onQuery: () => void;
  readonly onStep: (step: -1 | 1) => void;
  readonly onClose: () => void;
}

/** The box for finding in the chat, as VS Code's editors have it. */
export class FindWidget {
  /** Takes no room: the box lies over the conversation. */
  readonly element: HTMLElement;
  private readonly box = element('div', 'find-widget');
  private readonly input = element('input', 'find-input');
  private readonly matchCase: HTMLButtonElement;
  private readonly result = element('span', 'find-result');
  private readonly previous: ActionButton;
  private readonly next: ActionButton;

  constructor(private readonly events: FindWidgetEvents) {
    this.input.type = 'text';
    this.input.dir = 'auto';
    this.input.spellcheck = false;
    this.input.placeholder = l10n.t('Find');
    this.input.ariaLabel = l10n.t('Find');
    this.input.addEventListener('input', () => events.onQuery());
    this.matchCase = button('toggle', () => this.toggleCase(), icon('case-sensitive'));
    this.matchCase.ariaLabel = l10n.t('Match Case');
    this.matchCase.title = l10n.t('Match Case');
    this.matchCase.ariaPressed = 'false';
    this.previous = new ActionButton('arrow-up', l10n.t('Previous Match'), () => events.onStep(-1));
    this.next = new ActionButton('arrow-down', l10n.t('Next Match'), () => events.onStep(1));
    const close = new ActionButton('close', l10n.t('Close'), () => events.onClose());
    const field = element('div', 'find-field', this.input, this.matchCase);
    this.box.role = 'search';
    this.box.ariaLabel = l10n.t('Find in Chat');
    this.box.append(field, this.result, this.previous.element, this.next.element, close.element);
    this.box.hidden = true;
    this.box.addEventListener('keydown', (event) => this.onKey(event));
    this.element = element('div', 'find-place', this.box);
  }

  get isOpen(): boolean {
    return !this.box.hidden;
  }

  get hasFocus(): boolean {
    return this.box.contains(document.activeElement);
  }

  get query(): Query {
    return { text: this.input.value, matchCase: this.matchCase.ariaPressed === 'true' };
  }

  /** How much of the conversation lies under the box, in pixels. */
  get height(): number {
    return this.box.offsetHeight;
  }

  /** Whether the box lies over a place of the page. */
  covers(place: Range): boolean {
    const [own, other] = [this.box.getBoundingClientRect(), place.getBoundingClientRect()];
    const isBeside = other.right < own.left || other.left > own.right;
    return !isBeside && other.top < own.bottom && other.bottom > own.top;
  }

  /** `text` is put into the box unless it is empty. */
  open(text: string): void {
    this.box.hidden = false;
    if (text !== '') this.input.value = text;
    this.input.focus();
    this.input.select();
  }

  close(): void {
    this.box.hidden = true;
  }

  /** `result` is what was found, in words. */
  show(result: string, isFound: boolean): void {
    this.result.textContent = result;
    this.box.classList.toggle('has-none', result !== '' && !isFound);
    // Without a sentence: that nothing was found stands beside them.
    this.previous.setUnavailable(isFound ? undefined : this.previous.label);
    this.next.setUnavailable(isFound ? undefined : this.next.label);
  }

  private toggleCase(): void {
    this.matchCase.ariaPressed = String(!this.query.matchCase);
    this.events.onQuery();
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const isEnter = event.key === 'Enter' && event.target === this.input;
    if (event.key === 'Escape') this.events.onClose();
    else if (isEnter) this.events.onStep(event.shiftKey ? -1 : 1);
    else if (event.altKey && event.code === 'KeyC') this.toggleCase();
    else return;
    event.preventDefault();
    // Esc means Stop elsewhere.
    event.stopPropagation();
  }
}
