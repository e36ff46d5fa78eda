import { button, element, icon } from './element';
import { PromptHistory } from './promptHistory';
import type { PanelContext } from './words';

const modifierKeys: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta'];

/** Where the prompt is typed. The draft belongs to the person: nothing but sending it takes it away. */
export class Composer {
  readonly element = element('div', 'composer');
  private readonly input = element('textarea');
  private readonly model = element('span', 'model');
  private readonly sendButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly history = new PromptHistory();
  private isBusy = false;
  private isShown = false;
  private wantsFocus = false;

  constructor(
    private readonly context: PanelContext,
    draft: string,
    private readonly keepDraft: (draft: string) => void,
  ) {
    const { words, post } = context;
    this.input.rows = 1;
    this.input.dir = 'auto';
    this.input.placeholder = words.placeholder;
    this.input.ariaLabel = words.composer;
    this.input.value = draft;
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.input.addEventListener('input', () => this.onInput());

    this.sendButton = iconButton('send', words.send, () => this.send());
    this.stopButton = iconButton('stop-circle', words.stop, () => {
      post({ type: 'stop' });
      this.focus();
    });
    this.stopButton.hidden = true;
    const bar = element('div', 'composer-bar', this.model, this.sendButton, this.stopButton);
    const box = element('div', 'composer-box', this.input, bar);
    // The whole box looks like the input, so a click anywhere in it is meant for the input.
    box.addEventListener('click', (event) => event.target !== this.input && this.focus());
    this.element.append(box);
    this.element.hidden = true;
    this.showSendable();
  }

  show(isShown: boolean): void {
    this.isShown = isShown;
    this.element.hidden = !isShown;
    if (isShown && this.wantsFocus) this.focus();
  }

  showModel(model: string): void {
    this.model.textContent = model;
    this.model.title = model;
  }

  /** Send gives way to Stop while an answer is on its way. */
  setBusy(isBusy: boolean): void {
    const hadFocus = this.sendButton === document.activeElement || this.stopButton === document.activeElement;
    this.isBusy = isBusy;
    this.sendButton.hidden = isBusy;
    this.stopButton.hidden = !isBusy;
    if (hadFocus) this.focus();
  }

  /** While the composer is not shown, the wish is kept until it is. */
  focus(): void {
    this.wantsFocus = !this.isShown;
    if (this.isShown) this.input.focus();
  }

  /** Puts back a prompt that was not sent, before whatever was typed since. */
  giveBack(prompt: string): void {
    const draft = this.input.value;
    this.setText(draft === '' ? prompt : `${prompt}\n\n${draft}`);
    this.focus();
  }

  remember(prompt: string): void {
    this.history.add(prompt);
  }

  private onKey(event: KeyboardEvent): void {
    // Enter and the arrows belong to the input method while a word is being composed; 229 is how some say so.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (!event.repeat) this.send();
      return;
    }
    const hasModifier = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey;
    if (event.key === 'ArrowUp' && !hasModifier) this.walk(event, () => this.history.older(this.input.value));
    else if (event.key === 'ArrowDown' && !hasModifier) this.walk(event, () => this.history.newer());
    else if (!modifierKeys.includes(event.key)) this.history.leave();
  }

  private walk(event: KeyboardEvent, next: () => string | undefined): void {
    if (this.input.value !== '' && !this.history.isWalking) return;
    const text = next();
    if (text === undefined) return;
    event.preventDefault();
    this.setText(text);
  }

  private onInput(): void {
    this.history.leave();
    this.keepDraft(this.input.value);
    this.showSendable();
  }

  private send(): void {
    const prompt = this.input.value.trim();
    if (prompt === '' || this.isBusy) return;
    this.context.post({ type: 'send', prompt });
    this.history.add(prompt);
    this.setText('');
    this.focus();
  }

  private setText(text: string): void {
    this.input.value = text;
    this.keepDraft(text);
    this.showSendable();
  }

  /** Not `disabled`, so that the button stays where the keyboard expects it. */
  private showSendable(): void {
    this.sendButton.ariaDisabled = String(this.input.value.trim() === '');
  }
}

function iconButton(name: 'send' | 'stop-circle', label: string, onClick: () => void): HTMLButtonElement {
  const made = button('icon-button', onClick, icon(name));
  made.ariaLabel = label;
  made.title = label;
  return made;
}
