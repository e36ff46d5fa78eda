import * as l10n from '@vscode/l10n';
import type { PartGain } from '../../src/parts/answerChange';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { Citation, CitedFile } from '../../src/parts/citation';
import { isToolPart } from '../../src/parts/toolDetails';
import type { TurnEndView, TurnStatus } from '../../src/protocol/chat';
import type { CodeAction } from '../../src/protocol/code';
import type { FailureView } from '../../src/protocol/failures';
import { authorHeading } from '../base/authorHeading';
import { Countdown } from '../base/countdown';
import { button, element, icon } from '../base/element';
import type { CodePlace } from '../code/codeActions';
import type { PanelContext } from '../panelContext';
import { AnswerParts } from '../parts/answerParts';
import type { MediaEvents } from '../parts/mediaView';
import { createPartView } from '../parts/partViews';
import { SourcesView } from '../parts/sourcesView';
import { Tools } from '../parts/tools';

export interface AnswerEvents {
  /** The one thing the button under a failure does. */
  readonly onAction: (action: NonNullable<FailureView['action']>) => void;
  /** Called with the action for a block of code. Absent where blocks have no actions. */
  readonly onCode?: (action: CodeAction, place: CodePlace) => void;
  /** Called with the number of a part: the call of a tool, or a result. */
  readonly onCopyDetails: (part: number) => void;
  /** A file that the answer cites is to be opened. */
  readonly onOpenFile: (file: CitedFile) => void;
  /** What a picture or a file asks for, by the number of its part. */
  readonly media: (part: number) => MediaEvents;
  /** Calls back when the answer comes near to what is seen. */
  readonly whenNear: (answer: Element, show: () => void) => void;
}

/** Gemini's half of a turn. An answer that has ended is built when the reader comes near it. */
export class AnswerView {
  readonly element = element('article', 'message answer');
  private readonly parts: AnswerParts;
  private readonly sources: SourcesView;
  private readonly ending = element('div', 'ending');
  private readonly progress: HTMLElement;
  private readonly countdown = new Countdown();
  private status: TurnStatus = 'waiting';
  private goOn: HTMLButtonElement | undefined;
  private unavailable: string | undefined;

  constructor(
    context: PanelContext,
    private readonly events: AnswerEvents,
  ) {
    const { onCode } = events;
    const cite = (citation: Citation) => this.sources.mark(citation);
    const tools = new Tools(context, events.onCopyDetails);
    this.parts = new AnswerParts((part, index) => {
      if (isToolPart(part)) return tools.view(part, index);
      tools.endGroup();
      return createPartView(part, context, {
        cite,
        onCode: onCode && ((action, block) => onCode(action, { part: index, block })),
        media: events.media(index),
      });
    });
    this.sources = new SourcesView(this.parts.element, context, events.onOpenFile);
    this.progress = element(
      'div',
      'waiting',
      element('div', 'progress-line'),
      element('span', 'progress-label', l10n.t('Waiting for Gemini')),
    );
    const author = element('div', 'author', icon('sparkle'), l10n.t('Gemini'));
    // What stands beside the icon for everybody else.
    author.ariaHidden = 'true';
    this.element.append(
      authorHeading(l10n.t('Gemini')),
      author,
      this.parts.element,
      this.progress,
      this.countdown.element,
      this.ending,
    );
  }

  get isBusy(): boolean {
    return this.status === 'waiting' || this.status === 'streaming';
  }

  add(part: AnswerPart): void {
    if (part.kind === 'text') this.sources.add(part.citations);
    this.parts.add(part);
    this.showProgress();
  }

  /** What shows this part on the page, all of it. */
  elementOf(part: number): HTMLElement | undefined {
    this.show();
    return this.parts.elementOf(part);
  }

  /** Which block of code of the answer's own texts this is. */
  codePlace(block: Element): CodePlace | undefined {
    return this.parts.codePlace(block);
  }

  /** False if nothing can grow there, which means that something was missed. */
  grow(index: number, text: string): boolean {
    this.show();
    return this.parts.grow(index, text);
  }

  /** False if there is no such part. */
  gain(index: number, gain: PartGain): boolean {
    this.show();
    if (gain.kind === 'text') this.sources.add(gain.citations);
    return this.parts.gain(index, gain);
  }

  replace(index: number, part: AnswerPart): boolean {
    this.show();
    return this.parts.replace(index, part);
  }

  /** Shows the parts, whether or not they are near. */
  show(): void {
    this.parts.show();
    this.sources.show();
    this.element.classList.remove('is-waiting');
  }

  /** The same, without leaving anything for later. */
  showWhole(): void {
    this.show();
    this.parts.showWhole();
  }

  change(end: TurnEndView, announceFailure: boolean): void {
    this.status = end.status;
    this.element.classList.toggle('is-busy', this.isBusy);
    if (this.isBusy) this.element.setAttribute('aria-busy', 'true');
    else this.element.removeAttribute('aria-busy');
    this.parts.settle(!this.isBusy);
    if (end.times) this.parts.setThoughtTimes(end.times.thoughts);
    if (this.isBusy) this.show();
    else if (!this.parts.isShown) this.wait();
    this.countdown.show(this.isBusy ? end.wait : undefined);
    this.showProgress();

    const note = end.note ?? (end.status === 'stopped' ? this.stoppedNote : undefined);
    this.ending.replaceChildren();
    if (end.failure) this.ending.append(this.failure(end.failure, announceFailure));
    if (note !== undefined) this.ending.append(this.note(note));
    this.goOn = end.noteAction && this.noteButton(end.noteAction);
    if (this.goOn) this.ending.append(this.goOn);
    this.setUnavailable(this.unavailable);
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    this.unavailable = reason;
    if (!this.goOn) return;
    this.goOn.ariaDisabled = reason === undefined ? null : 'true';
    this.goOn.title = reason ?? '';
  }

  /** Call when it leaves the page. */
  dispose(): void {
    this.countdown.show(undefined);
  }

  /** The style sheet reserves about the height that this number of characters needs. */
  private wait(): void {
    this.element.setAttribute('data-chars', String(this.parts.chars));
    this.element.classList.add('is-waiting');
    this.events.whenNear(this.element, () => this.show());
  }

  private showProgress(): void {
    this.progress.hidden = !this.isBusy || !this.parts.isEmpty || this.countdown.isShown;
  }

  private failure({ message, action }: FailureView, announce: boolean): HTMLElement {
    const text = element('p', '', message);
    text.dir = 'auto';
    const content = element('div', 'failure-content', text);
    if (action) content.append(button('secondary', () => this.events.onAction(action), action.label));
    const failure = element('div', 'failure', icon('error'), content);
    if (announce) failure.setAttribute('role', 'alert');
    return failure;
  }

  private get stoppedNote(): string {
    return this.parts.isEmpty
      ? l10n.t('Stopped before an answer arrived. It may be billed.')
      : l10n.t('Stopped. The partial answer was kept and may be billed.');
  }

  /** Later messages hide it: the style sheet does. */
  private noteButton(action: NonNullable<FailureView['action']>): HTMLButtonElement {
    const run = () => this.unavailable === undefined && this.events.onAction(action);
    return button('secondary go-on', run, action.label);
  }

  private note(text: string): HTMLElement {
    const note = element('p', 'note', text);
    note.dir = 'auto';
    return note;
  }
}
