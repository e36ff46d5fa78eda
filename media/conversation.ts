import type { AnswerPart, BranchStep, TurnView as Turn } from '../src/protocol';
import type { TurnEnd } from './answerView';
import { element } from './element';
import { JumpToLatest } from './jumpToLatest';
import { type FocusedPlace, MessageFocus } from './messageFocus';
import { Nearness } from './nearness';
import type { PromptDraft } from './promptBox';
import { revealRange } from './revealRange';
import { RoomBelow } from './roomBelow';
import { FollowingScroll } from './scroll';
import { TurnView } from './turnView';
import { fill, type PanelContext } from './words';

interface Place {
  readonly message: number;
  readonly offset: number;
}

/** So many turns at the end are shown at once; what is above waits until somebody comes near. */
const shownTurns = 3;

/** All turns. Methods that return a boolean say false for something that cannot be, because an earlier fact is missing. */
export class Conversation {
  readonly element = element('section', 'conversation');
  private readonly list = element('div', 'turns');
  private readonly hint: HTMLElement;
  private readonly scroll: FollowingScroll;
  private readonly focus: MessageFocus;
  private readonly nearness: Nearness;
  private readonly room: RoomBelow;
  private readonly turns = new Map<string, TurnView>();
  private readonly views = new Map<Element, TurnView>();
  private readonly busy = new Set<string>();
  private chatId: string | undefined;
  private unavailable: string | undefined;
  /** Another branch was asked for: what is drawn next keeps its place under the person's hand. */
  private isStepping = false;

  /** `onAsk`: the person has asked something among the messages, or wants to. */
  constructor(
    private readonly context: PanelContext,
    private readonly onAsk: () => void,
  ) {
    this.hint = element('p', 'empty-hint', context.words.empty);
    const jump = new JumpToLatest(context.words, () => this.jump());
    this.element.append(this.list, this.hint, jump.element);
    this.element.role = 'region';
    this.element.tabIndex = 0;
    this.showTitle('');
    this.nearness = new Nearness(this.element);
    this.room = new RoomBelow(this.element);
    this.scroll = new FollowingScroll(this.element, this.list, (isAway) => jump.show(isAway));
    this.focus = new MessageFocus(this.list, (from, to) => {
      if (from) this.views.get(from)?.setStop(undefined);
      this.views.get(to)?.setStop(to);
    });
  }

  /** These names in an answer are files of the workspace. */
  linkFiles(turnId: string, paths: readonly string[]): void {
    this.turns.get(turnId)?.linkFiles(paths);
  }

  get isEmpty(): boolean {
    return this.turns.size === 0;
  }

  get isBusy(): boolean {
    return this.busy.size > 0;
  }

  get hasFocus(): boolean {
    return this.focus.hasFocus;
  }

  /** Draws everything anew. The same chat stays where it was scrolled to; another one starts at its end. */
  redraw(chatId: string, turns: readonly Turn[]): void {
    const isSameChat = chatId === this.chatId;
    const hadFocus = this.list.contains(document.activeElement);
    const focused = isSameChat ? this.focus.place() : undefined;
    const before = isSameChat ? new Map(this.turns) : new Map<string, TurnView>();
    const isAsked = isRunning(turns.at(-1)) && !before.has(turns.at(-1)?.id ?? '');
    const place = isSameChat && !isAsked && !(this.scroll.isFollowing && !this.isStepping) ? this.place() : undefined;
    this.chatId = chatId;
    this.clear();
    for (const turn of turns) this.append(turn, turn === turns.at(-1), before.get(turn.id)?.question.draft);
    for (const view of [...this.turns.values()].slice(-shownTurns)) view.answer.show();
    if (isAsked) this.keepRoom();
    else if (!isSameChat) this.room.keepBelow(undefined);
    this.renumber();
    if (place) this.goTo(place);
    else this.scroll.follow();
    if (focused) this.restoreFocus(focused);
    else if (hadFocus) this.element.focus({ preventScroll: true });
    this.isStepping = false;
  }

  addTurn(turn: Turn): boolean {
    if (this.turns.has(turn.id)) return false;
    this.append(turn, true);
    this.keepRoom();
    this.renumber();
    // A new turn is always something the person has just asked for.
    this.scroll.follow();
    return true;
  }

  addPart(turnId: string, part: AnswerPart): boolean {
    const turn = this.turns.get(turnId);
    turn?.addPart(part);
    return turn !== undefined;
  }

  growPart(turnId: string, index: number, text: string): boolean {
    return this.turns.get(turnId)?.answer.grow(index, text) ?? false;
  }

  replacePart(turnId: string, index: number, part: AnswerPart): boolean {
    return this.turns.get(turnId)?.answer.replace(index, part) ?? false;
  }

  changeTurn(turnId: string, end: TurnEnd): boolean {
    const turn = this.turns.get(turnId);
    turn?.change(end);
    this.note(turnId, end);
    return turn !== undefined;
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    if (reason === this.unavailable) return;
    this.unavailable = reason;
    for (const turn of this.turns.values()) turn.setUnavailable(reason);
  }

  /** What shows the question of a turn, or a part of its answer. */
  elementOf(turnId: string, part: number | undefined): Element | undefined {
    return this.turns.get(turnId)?.elementOf(part);
  }

  /** The turn whose message has the focus; without a focus here, the last one. */
  get focusedTurn(): string | undefined {
    return this.focus.focused ? this.views.get(this.focus.focused)?.id : [...this.turns.keys()].at(-1);
  }

  /** The first message in view, counted from 0. */
  get messageInView(): number {
    return Math.max(0, this.place().message);
  }

  /** What is selected, if it is in the conversation and on one line. */
  get selectedLine(): string {
    const selection = getSelection();
    const isHere = selection?.anchorNode && this.list.contains(selection.anchorNode);
    const text = isHere ? selection.toString().trim() : '';
    return text.includes('\n') ? '' : text;
  }

  /** Scrolls a place of a message into view unless it is, with so many pixels kept free at the top. */
  reveal(range: Range, above: number): void {
    revealRange(this.element, range, above);
    this.scroll.stay();
  }

  /** Goes with the focus to the message before or after. False: there is none. */
  step(step: -1 | 1): boolean {
    return this.focus.step(step);
  }

  /** Names the region after the chat, for those who hear which one they are in. */
  showTitle(title: string): void {
    const { words } = this.context;
    this.element.ariaLabel = title === '' ? words.conversation : fill(words.titledConversation, title);
  }

  /** `withHint`: whether an empty conversation says how to begin. */
  show(isShown: boolean, withHint: boolean): void {
    this.element.hidden = !isShown;
    this.hint.hidden = !withHint || !this.isEmpty;
  }

  /** The first message in view, and how far above its beginning the view begins. */
  private place(): Place {
    const top = this.element.getBoundingClientRect().top;
    const boxes = Array.from(this.list.children, (message) => message.getBoundingClientRect());
    const message = boxes.findIndex(({ bottom }) => bottom > top);
    return { message, offset: (boxes[message]?.top ?? top) - top };
  }

  private jump(): void {
    this.scroll.follow();
    // The button goes, and the focus with it.
    this.element.focus({ preventScroll: true });
  }

  /** The last question goes to the top of the view, and its answer below. */
  private keepRoom(): void {
    const last = [...this.turns.values()].at(-1);
    this.room.keepBelow(last?.question.element);
  }

  private goTo({ message, offset }: Place): void {
    const target = this.list.children[message];
    if (target) this.views.get(target)?.answer.showWhole();
    // Messages out of sight have no true height until they were laid out once, which the browser then remembers.
    this.list.classList.add('is-whole');
    requestAnimationFrame(() => requestAnimationFrame(() => this.list.classList.remove('is-whole')));
    const box = target?.getBoundingClientRect();
    if (box) this.element.scrollTop += box.top - this.element.getBoundingClientRect().top - offset;
    this.scroll.stay();
  }

  private restoreFocus(focused: FocusedPlace): void {
    const target = this.focus.restore(focused);
    if (!target || !this.isStepping) return;
    // What was pressed stays under the pointer, although what is above it now may be longer.
    this.element.scrollTop += target.getBoundingClientRect().top - focused.top;
    this.scroll.stay();
  }

  private clear(): void {
    for (const turn of this.turns.values()) turn.answer.dispose();
    this.turns.clear();
    this.views.clear();
    this.busy.clear();
    this.list.replaceChildren();
  }

  private append(turn: Turn, isLast: boolean, draft?: PromptDraft): void {
    const { id } = turn;
    const view = new TurnView(
      turn,
      this.context,
      {
        onAsk: this.onAsk,
        onStep: (step) => this.showBranch(id, step),
        whenNear: (answer, show) => this.nearness.when(answer, show),
      },
      isLast,
    );
    const { question, answer } = view;
    this.turns.set(id, view);
    this.note(id, turn);
    for (const { element } of [question, answer]) {
      this.views.set(element, view);
      element.tabIndex = -1;
    }
    if (draft !== undefined) question.editWith(draft);
    view.setUnavailable(this.unavailable);
    this.list.append(question.element, answer.element);
  }

  private showBranch(turnId: string, step: BranchStep): void {
    this.isStepping = true;
    this.context.post({ type: 'showBranch', turnId, step });
  }

  private note(turnId: string, end: TurnEnd): void {
    if (isRunning(end)) this.busy.add(turnId);
    else this.busy.delete(turnId);
  }

  private renumber(): void {
    const total = this.turns.size * 2;
    let first = 1;
    for (const turn of this.turns.values()) {
      turn.number(first, total);
      first += 2;
    }
    this.focus.refresh();
  }
}

function isRunning(turn: TurnEnd | undefined): boolean {
  return turn?.status === 'waiting' || turn?.status === 'streaming';
}
