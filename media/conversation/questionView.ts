import * as l10n from '@vscode/l10n';
import type { AttachmentView } from '../../src/protocol/attachment';
import type { BranchStep, TurnView } from '../../src/protocol/chat';
import { authorHeading } from '../base/authorHeading';
import { button, element } from '../base/element';
import { longText } from '../base/longText';
import { attachmentSign, attachmentTitle } from '../composer/attachmentSign';
import type { PromptDraft } from '../composer/promptBox';
import type { PanelContext } from '../panelContext';
import { ActionBar } from './actionBar';
import { ActionButton } from './actionButton';
import { BranchSwitch, questionWords } from './branchSwitch';
import { QuestionEditor } from './questionEditor';
import { QuestionFold } from './questionFold';

export interface QuestionEvents {
  /** The question was sent in other words. */
  readonly onAsk: () => void;
  /** It is being edited; undefined: no more. */
  readonly onEdit: (draft: PromptDraft | undefined) => void;
  /** Another question in this place is wanted. */
  readonly onStep: (step: BranchStep) => void;
}

/** The person's half of a turn: what was asked, and what went along. */
export class QuestionView {
  readonly element = element('article', 'message question');
  readonly actions: ActionBar;
  private readonly prompt: HTMLElement;
  private readonly edit: ActionButton;
  private readonly fold: QuestionFold;
  private readonly arrows: BranchSwitch | undefined;
  private editor: QuestionEditor | undefined;
  private unavailable: string | undefined;

  constructor(
    private readonly turn: TurnView,
    private readonly context: PanelContext,
    private readonly events: QuestionEvents,
  ) {
    const { post } = context;
    const texts = longText(turn.prompt);
    this.prompt = element('div', texts.length > 1 ? 'prompt is-long' : 'prompt', ...texts);
    this.prompt.dir = 'auto';
    this.prompt.hidden = this.isWordless;
    this.edit = new ActionButton('edit', l10n.t('Edit & Resend'), () => this.startEditing());
    const copy = new ActionButton('copy', l10n.t('Copy'), () => {
      post({ type: 'copyQuestion', turnId: turn.id });
      copy.showDone();
    });
    this.actions = new ActionBar(l10n.t('Actions for this question')).add(this.edit, { asks: true });
    if (!this.isWordless) this.actions.add(copy);
    const { questionBranch } = turn;
    if (questionBranch) {
      this.arrows = new BranchSwitch(this.actions, questionBranch, questionWords(questionBranch), events.onStep);
    }
    this.fold = new QuestionFold(this.prompt, turn.prompt);
    const chips = turn.attachments.map((attachment) => chip(turn.id, attachment, context));
    this.element.append(authorHeading(l10n.t('You')), this.prompt);
    if (this.fold.button) this.element.append(this.fold.button);
    if (chips.length > 0) this.element.append(element('div', 'chips', ...chips));
    this.element.append(this.actions.element);
  }

  /** The text of the question, shown whole. */
  showWhole(): HTMLElement {
    this.fold.open();
    return this.prompt;
  }

  /** What was typed while the question is being edited. */
  get draft(): PromptDraft | undefined {
    return this.editor?.draft;
  }

  /** Turns the question into a box with this text in it, or with what the person had been writing. */
  editWith(draft: string | PromptDraft): void {
    const { id, attachments } = this.turn;
    this.editor = new QuestionEditor(draft, attachments.length > 0, {
      onChange: (changed) => this.events.onEdit(changed),
      onLeave: () => this.stopEditing(),
      onSend: (prompt) => {
        this.context.post({ type: 'askInstead', turnId: id, prompt });
        this.stopEditing();
        this.events.onAsk();
      },
    });
    this.editor.setUnavailable(this.unavailable);
    this.prompt.hidden = true;
    this.actions.element.hidden = true;
    this.prompt.after(this.editor.element);
  }

  focusEditor(): void {
    this.editor?.focus();
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    this.unavailable = reason;
    this.actions.setUnavailable(reason);
    this.arrows?.setUnavailable(reason);
    this.editor?.setUnavailable(reason);
  }

  /** What went along is all that was asked. */
  private get isWordless(): boolean {
    return this.turn.prompt.trim() === '';
  }

  private startEditing(): void {
    this.editWith(this.turn.prompt);
    this.focusEditor();
  }

  private stopEditing(): void {
    this.editor?.element.remove();
    this.editor = undefined;
    this.events.onEdit(undefined);
    this.prompt.hidden = this.isWordless;
    this.actions.element.hidden = false;
    this.edit.element.focus();
  }
}

function chip(turnId: string, attachment: AttachmentView, { post }: PanelContext): HTMLButtonElement {
  const { id, label } = attachment;
  const text = element('span', 'chip-label', label);
  const open = () => post({ type: 'openAttachment', turnId, attachmentId: id });
  const made = button('chip', open, attachmentSign(attachment), text);
  const name = l10n.t('Open {0}', label);
  // People who speak to the computer say what they read on the button.
  made.setAttribute('aria-label', name.includes(label) ? name : `${name} ${label}`);
  made.title = attachmentTitle(attachment);
  return made;
}
