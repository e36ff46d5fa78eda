import type { AnswerPart, CodeAction, FailureView, TurnStatus, TurnView } from '../src/protocol';
import { authorHeading } from './authorHeading';
import type { CodePlace } from './code/codeActions';
import { Countdown } from './countdown';
import { button, element, icon } from './element';
import { createPartView, type PartView } from './partView';
import type { PanelContext } from './words';

export type TurnEnd = Pick<TurnView, 'status' | 'failure' | 'note' | 'wait'>;

/** Gemini's half of a turn. */
export class AnswerView {
  readonly element = element('article', 'message answer');
  private readonly body = element('div', 'answer-body');
  private readonly ending = element('div', 'ending');
  private readonly progress: HTMLElement;
  private readonly countdown = new Countdown();
  private readonly parts: { kind: AnswerPart['kind']; view: PartView }[] = [];
  private status: TurnStatus = 'waiting';

  /** `onAction` gets the one thing the button under a failure does; `onCode` what is to be done with a block of code. */
  constructor(
    private readonly context: PanelContext,
    private readonly onAction: (action: NonNullable<FailureView['action']>) => void,
    private readonly onCode?: (action: CodeAction, place: CodePlace) => void,
  ) {
    const { words } = context;
    this.progress = element(
      'div',
      'waiting',
      element('div', 'progress-line'),
      element('span', 'progress-label', words.waiting),
    );
    const author = element('div', 'author', icon('sparkle'), words.gemini);
    // What stands beside the icon for everybody else.
    author.ariaHidden = 'true';
    this.element.append(
      authorHeading(words.gemini),
      author,
      this.body,
      this.progress,
      this.countdown.element,
      this.ending,
    );
  }

  get isBusy(): boolean {
    return this.status === 'waiting' || this.status === 'streaming';
  }

  add(part: AnswerPart): void {
    const previous = this.parts.at(-1);
    if (previous?.kind === 'thought') previous.view.settle?.();
    const view = this.createView(part, this.parts.length);
    if (!this.isBusy) view.settle?.();
    this.parts.push({ kind: part.kind, view });
    this.body.append(view.element);
    this.showProgress();
  }

  /** What shows this part on the page. */
  elementOf(part: number): HTMLElement | undefined {
    return this.parts[part]?.view.element;
  }

  /** False if there is nothing that could grow, which means that something was missed. */
  grow(index: number, text: string): boolean {
    const grow = this.parts[index]?.view.grow;
    grow?.(text);
    return grow !== undefined;
  }

  replace(index: number, part: AnswerPart): boolean {
    const old = this.parts[index];
    if (!old) return false;
    const view = this.createView(part, index);
    if (!this.isBusy || index < this.parts.length - 1) view.settle?.();
    const [before, after] = [old.view.element, view.element];
    if (before instanceof HTMLDetailsElement && after instanceof HTMLDetailsElement) after.open = before.open;
    before.replaceWith(after);
    this.parts[index] = { kind: part.kind, view };
    return true;
  }

  change(end: TurnEnd, announceFailure: boolean): void {
    this.status = end.status;
    this.element.classList.toggle('is-busy', this.isBusy);
    if (this.isBusy) this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
    if (!this.isBusy) for (const { view } of this.parts) view.settle?.();
    this.countdown.show(this.isBusy ? end.wait : undefined);
    this.showProgress();

    const note = end.note ?? (end.status === 'stopped' ? this.context.words.stoppedNote : undefined);
    this.ending.replaceChildren();
    if (end.failure) this.ending.append(this.failure(end.failure, announceFailure));
    if (note !== undefined) this.ending.append(this.note(note));
  }

  /** Call when it leaves the page. */
  dispose(): void {
    this.countdown.show(undefined);
  }

  private createView(part: AnswerPart, index: number): PartView {
    const { onCode } = this;
    return createPartView(part, this.context, onCode && ((action, block) => onCode(action, { part: index, block })));
  }

  private showProgress(): void {
    this.progress.hidden = !this.isBusy || this.parts.length > 0 || this.countdown.isShown;
  }

  private failure({ message, action }: FailureView, announce: boolean): HTMLElement {
    const text = element('p', '', message);
    text.dir = 'auto';
    const content = element('div', 'failure-content', text);
    if (action) content.append(button('secondary', () => this.onAction(action), action.label));
    const failure = element('div', 'failure', icon('error'), content);
    if (announce) failure.setAttribute('role', 'alert');
    return failure;
  }

  private note(text: string): HTMLElement {
    const note = element('p', 'note', text);
    note.dir = 'auto';
    return note;
  }
}
