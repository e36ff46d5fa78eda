import * as l10n from '@vscode/l10n';
import type { AnswerChoices } from '../../src/parts/answerChoices';
import type { ContextState } from '../../src/protocol/context';
import type { ChatState } from '../../src/protocol/state';
import { Attaching } from '../attach/attaching';
import { button, element, icon } from '../base/element';
import type { PanelContext } from '../panelContext';
import { AnswerSwitches } from './answerSwitches';
import { AttachedChips } from './attachedChips';
import { ContextKeys } from './contextKeys';
import { ContextMeter } from './contextMeter';
import { type Draft, DraftKeeper } from './draftKeeper';
import { ModelButton } from './modelButton';
import { PrivateSwitch } from './privateSwitch';
import { isComposing, PromptBox } from './promptBox';
import { PromptHistory } from './promptHistory';
import { QueuedQuestions } from './queuedQuestions';
import { SlashCommands } from './slashCommands';

const modifierKeys: readonly string[] = ['Shift', 'Control', 'Alt', 'Meta'];

const usualChoices: AnswerChoices = { tools: [], thinking: 'model', servers: [] };

/** Where the prompt is typed. The draft belongs to the person: nothing but sending it takes it away. */
export class Composer {
  readonly element = element('div', 'composer');
  private readonly box: PromptBox;
  private readonly draft: DraftKeeper;
  private readonly modelButton: ModelButton;
  private readonly meter = new ContextMeter();
  private readonly switches: AnswerSwitches;
  private readonly privateSwitch: PrivateSwitch;
  private readonly attached: AttachedChips;
  private readonly contextKeys: ContextKeys;
  private readonly commands = new SlashCommands((prompt) => {
    this.setPrompt(prompt);
    this.focus();
  });
  readonly attaching: Attaching;
  private readonly queued: QueuedQuestions;
  private readonly sendButton: HTMLButtonElement;
  private readonly stopButton: HTMLButtonElement;
  private readonly history = new PromptHistory();
  private isBusy = false;
  /** Something is attached that can be sent without words. */
  private hasFiles = false;
  private unavailable: string | undefined;
  private isShown = false;
  private wantsFocus = false;

  constructor(
    private readonly context: PanelContext,
    draft: Draft,
    keepDraft: (draft: Draft) => void,
  ) {
    const { post } = context;
    this.box = new PromptBox(l10n.t('Message Gemini'), () => this.onInput());
    const { input, pasted } = this.box;
    input.placeholder = l10n.t('Ask Gemini');
    input.addEventListener('keydown', (event) => this.onKey(event));
    this.draft = new DraftKeeper(this.box, draft, post, keepDraft);

    this.sendButton = iconButton('send', l10n.t('Send'), () => this.send());
    this.stopButton = iconButton('stop-circle', l10n.t('Stop'), () => {
      post({ type: 'stop' });
      this.focus();
    });
    this.stopButton.hidden = true;
    this.privateSwitch = new PrivateSwitch(context);
    this.attached = new AttachedChips(context, () => this.focus());
    this.contextKeys = new ContextKeys(input, post);
    this.queued = new QueuedQuestions(context);
    this.modelButton = new ModelButton(context);
    this.switches = new AnswerSwitches(context);
    const attachButton = iconButton('attach', l10n.t('Attach'), () => post({ type: 'attach' }));
    attachButton.title = l10n.t(
      'Attach a file or a web page. Files can also be pasted, or dropped here with Shift held.',
    );
    const bar = element(
      'div',
      'composer-bar',
      iconButton('add', l10n.t('Add Context… (Ctrl+/)'), () => this.contextKeys.ask()),
      attachButton,
      this.modelButton.element,
      this.meter.element,
      this.switches.toggle,
      this.privateSwitch.element,
      this.sendButton,
      this.stopButton,
    );
    const box = element(
      'div',
      'composer-box',
      this.attached.element,
      pasted.element,
      input,
      this.commands.element,
      this.switches.element,
      bar,
    );
    // The whole box looks like the input, so a click anywhere in it is meant for the input. A button that was pressed by
    // key, which counts no clicks, keeps the focus.
    box.addEventListener('click', (event) => event.target !== input && event.detail > 0 && this.focus());
    this.attaching = new Attaching(context, input, box);
    this.element.append(this.queued.element, box);
    this.element.hidden = true;
    this.showSendable();
  }

  show(isShown: boolean): void {
    this.isShown = isShown;
    this.element.hidden = !isShown;
    if (isShown && this.wantsFocus) this.focus();
  }

  showState(state: ChatState): void {
    const { model, choices = usualChoices, banner, readOnly, attached = [], queued = [] } = state;
    this.attached.show(attached);
    this.attached.showExtras(state);
    this.attaching.show(attached);
    this.hasFiles = attached.length > 0 && attached.every(({ percent }) => percent === undefined);
    this.queued.show(queued);
    const reason = readOnly
      ? (banner?.message ?? l10n.t('You can’t send from here: this chat is in use in another window.'))
      : undefined;
    this.privateSwitch.show(state, reason ?? state.privateReason);
    this.modelButton.show(model, reason);
    this.meter.show(state.room);
    this.switches.show(choices, state, reason);
    this.box.input.ariaDescription = reason ?? null;
    this.unavailable = reason;
    this.showSendable();
  }

  /** While an answer is on its way, Stop has the place of Send, and what is typed waits for the end of the answer. */
  setBusy(isBusy: boolean): void {
    if (isBusy === this.isBusy) return;
    const hadFocus = this.sendButton === document.activeElement || this.stopButton === document.activeElement;
    this.isBusy = isBusy;
    this.stopButton.hidden = !isBusy;
    this.showSendable();
    if (hadFocus) this.focus();
  }

  /** While the composer is not shown, the wish is kept until it is. */
  focus(): void {
    this.wantsFocus = !this.isShown;
    if (this.isShown) this.box.input.focus();
  }

  /** Puts back a prompt that was not sent, before whatever was typed since. */
  giveBack(prompt: string): void {
    this.history.leave();
    this.box.prepend(prompt);
    this.changed();
    // The person may be writing elsewhere by now.
    if (document.hasFocus()) this.focus();
  }

  /** Shows what was being written when the window went away, unless the page knows better. */
  restoreDraft(draft: Required<Draft>): void {
    if (!this.draft.restore(draft)) return;
    this.history.leave();
    this.showSendable();
  }

  showContext({ current }: ContextState): void {
    this.attached.showCurrent(current);
  }

  /** Something was chosen to go along: the sign that asked for it is not part of the question. */
  contextAdded(trigger: '@' | '#'): void {
    if (this.contextKeys.remove(trigger)) this.changed();
  }

  remember(prompt: string): void {
    if (prompt !== '') this.history.add(prompt);
  }

  /** A chat is shown in which this was sent last. */
  rememberChat(prompts: readonly string[]): void {
    this.history.beginChat();
    for (const prompt of prompts) this.remember(prompt);
  }

  /** This was sent in the same chat before all that. */
  rememberEarlier(prompts: readonly string[]): void {
    this.history.addEarlier(prompts.filter((prompt) => prompt !== ''));
  }

  private onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) this.send(event.ctrlKey || event.metaKey ? 'stopAndSend' : 'send');
      return;
    }
    const hasModifier = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey;
    if (event.key === 'ArrowUp' && !hasModifier) this.walk(event, () => this.history.older(this.box.input.value));
    else if (event.key === 'ArrowDown' && !hasModifier) this.walk(event, () => this.history.newer());
    else if (!modifierKeys.includes(event.key)) this.history.leave();
  }

  private walk(event: KeyboardEvent, next: () => string | undefined): void {
    if (!this.box.isEmpty && !this.history.isWalking) return;
    const text = next();
    if (text === undefined) return;
    event.preventDefault();
    this.setPrompt(text);
  }

  private onInput(): void {
    this.history.leave();
    this.changed();
  }

  private send(type: 'send' | 'stopAndSend' = 'send'): void {
    if (this.isNothing || this.unavailable !== undefined) return;
    const prompt = this.box.text.trim();
    this.context.post({ type: this.isBusy ? type : 'send', prompt });
    this.remember(prompt);
    this.setPrompt('');
    this.focus();
  }

  private get isNothing(): boolean {
    return this.box.isEmpty && !this.hasFiles;
  }

  private setPrompt(prompt: string): void {
    this.box.text = prompt;
    this.changed();
  }

  private changed(): void {
    this.showSendable();
    this.draft.changed();
  }

  /** Not `disabled`, so that the button stays where the keyboard expects it. */
  private showSendable(): void {
    this.commands.show(this.box.text);
    const { isBusy, isNothing, unavailable, sendButton } = this;
    sendButton.hidden = isBusy && isNothing;
    sendButton.ariaDisabled = String(isNothing || unavailable !== undefined);
    sendButton.ariaLabel = isBusy ? l10n.t('Send After This Answer') : l10n.t('Send');
    // Beside a label, the title is read out as the description.
    sendButton.title =
      unavailable ??
      (isBusy ? l10n.t('Send After This Answer (Enter), or Stop It and Send (Ctrl+Enter)') : l10n.t('Send'));
  }
}

function iconButton(
  name: 'add' | 'attach' | 'send' | 'stop-circle',
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  const made = button('icon-button', onClick, icon(name));
  made.ariaLabel = label;
  made.title = label;
  return made;
}
