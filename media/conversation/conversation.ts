import * as l10n from '@vscode/l10n';
import type { PartGain } from '../../src/parts/answerChange';
import type { AnswerPart } from '../../src/parts/answerPart';
import type { BranchOf, BranchStep, TurnView as Turn, TurnEndView } from '../../src/protocol/chat';
import { element } from '../base/element';
import { revealRange } from '../base/revealRange';
import { selectedLine } from '../base/selectedLine';
import { ViewportObserver } from '../base/viewportObserver';
import type { PanelContext } from '../panelContext';
import { BottomSpacer } from '../scrolling/bottomSpacer';
import { JumpToLatest } from '../scrolling/jumpToLatest';
import { type FocusedPlace, MessageFocus } from '../scrolling/messageFocus';
import { FollowingScroll } from '../scrolling/scroll';
import type { PanelMemory } from '../shell/panelMemory';
import { BusyTurns, isRunning } from './busyTurns';
import type { ConversationEvents } from './conversationEvents';
import { EarlierTurns } from './earlierTurns';
import { MoreTurns } from './moreTurns';
import { ReadingPlace } from './readingPlace';
import { RestoredDrafts } from './restoredDrafts';
import { TurnList } from './turnList';
import { TurnView } from './turnView';

/** This many turns at the end are shown at once; what is above waits until the user comes near. */
const shownTurns = 3;

/** All turns. Methods that return a boolean say false for something that cannot be, because an earlier fact is missing. */
export class Conversation {
  readonly element = element('section', 'conversation');
  private readonly turns = new TurnList();
  private readonly more: MoreTurns;
  private readonly scroll: FollowingScroll;
  private readonly focus: MessageFocus;
  private readonly viewport: ViewportObserver;
  private readonly room: BottomSpacer;
  private readonly earlier: EarlierTurns;
  private readonly place: ReadingPlace;
  private readonly drafts: RestoredDrafts;
  private readonly busy = new BusyTurns();
  /** The chat that is shown. */
  chatId: string | undefined;
  private unavailable: string | undefined;
  /** Another branch was asked for: what is drawn next keeps its place under the person's hand. */
  private isStepping = false;

  constructor(
    private readonly context: PanelContext,
    kept: Pick<PanelMemory, 'edit' | 'place'>,
    private readonly events: ConversationEvents,
  ) {
    this.drafts = new RestoredDrafts(kept.edit);
    const jump = new JumpToLatest(
      this.element,
      () => this.more.shown ?? this.turns.end,
      () => this.jump(),
    );
    this.more = new MoreTurns(context);
    this.element.append(this.turns.element, this.more.element, jump.element);
    this.element.role = 'region';
    // The messages have the keyboard's stop. For those who scroll by script, and for an empty chat, it can be focused.
    this.element.tabIndex = -1;
    this.showTitle('');
    this.viewport = new ViewportObserver(this.element);
    this.room = new BottomSpacer(this.element);
    this.scroll = new FollowingScroll(this.element, this.turns.element, (isAway) => jump.show(isAway));
    this.earlier = new EarlierTurns((before) => context.post({ type: 'fetchEarlier', before }));
    this.focus = new MessageFocus(this.turns.element, (from, to) => {
      if (from) this.turns.of(from)?.setStop(undefined);
      this.turns.of(to)?.setStop(to);
    });
    const { element: viewport, turns, scroll, focus } = this;
    this.place = new ReadingPlace(
      {
        viewport,
        turns,
        scroll,
        focus,
        onChange: (place, turn) => this.chatId !== undefined && events.onPlace(this.chatId, place, turn),
      },
      kept.place,
    );
  }

  get isEmpty(): boolean {
    return this.turns.last === undefined;
  }

  get isBusy(): boolean {
    return this.busy.any;
  }

  get hasFocus(): boolean {
    return this.focus.hasFocus;
  }

  /**
   * Draws everything again. The same chat stays where it was scrolled to; another one starts at its end. `missing`: so many
   * turns come before these.
   */
  redraw(chatId: string, turns: readonly Turn[], missing: number): void {
    const isSameChat = chatId === this.chatId;
    const hadFocus = this.turns.element.contains(document.activeElement);
    const focused = isSameChat ? this.focus.place(this.turns.messagesBefore) : undefined;
    const last = turns.at(-1);
    // At the start there is an empty chat until the previous one is read.
    const kept = last && this.place.takeKept(chatId);
    const isAsked = isRunning(last) && !kept && !(isSameChat && last && this.turns.get(last.id));
    // The user went back to this turn: that later ones are kept is told right below it.
    const isWentBack = isSameChat && last?.hasMore === true && last.id !== this.turns.last?.id;
    const stays = isSameChat && !isAsked && !isWentBack && (!this.scroll.isFollowing || this.isStepping);
    const place = stays ? this.place.inView : kept;
    if (isSameChat) this.drafts.keep(this.turns.all);
    this.chatId = chatId;
    this.busy.clear();
    this.turns.replace(
      turns.map((turn) => this.view(turn, turn === last)),
      missing,
    );
    // What is hidden has no places.
    if (last) this.show(true);
    for (const view of this.turns.all.slice(-shownTurns)) view.answer.show();
    if (isAsked) this.keepRoom();
    // The question that room was made for may have left the page, or has a new element.
    else if (last?.id !== this.room.turnId || last?.hasMore) this.room.keepBelow(undefined);
    else this.keepRoom();
    this.more.show(last);
    this.focus.refresh();
    if (place) this.place.goTo(place);
    else this.scroll.follow();
    if (focused) this.restoreFocus(focused);
    else if (hadFocus) this.element.focus({ preventScroll: true });
    this.isStepping = false;
    this.earlier.beginBefore(missing > 0 ? turns[0]?.id : undefined);
  }

  /** Takes in what comes right before the turn `before`. Nothing that is seen moves. False: it is here already. */
  addEarlier(before: string, turns: readonly Turn[]): boolean {
    const { first } = this.turns;
    if (first?.id !== before) return false;
    this.earlier.goOnBefore(turns.length < this.turns.missing ? turns[0]?.id : undefined);
    const views = turns.map((turn) => this.view(turn, false));
    this.scroll.growAbove(() => this.turns.prepend(views), first.question.element);
    return true;
  }

  addTurn(turn: Turn): boolean {
    if (this.turns.get(turn.id)) return false;
    this.turns.append(this.view(turn, true));
    this.more.show(turn);
    this.keepRoom();
    this.focus.refresh();
    // A new turn is always something the person has just asked for.
    this.scroll.follow();
    return true;
  }

  /** `at`: it belongs before this part, and all that follows has moved. False then: the page adds at the end alone. */
  addPart(turnId: string, part: AnswerPart, at: number | undefined): boolean {
    return this.inTurn(turnId, (turn) => {
      if (at === undefined) turn.addPart(part);
      return at === undefined;
    });
  }

  growPart(turnId: string, index: number, text: string): boolean {
    return this.inTurn(turnId, ({ answer }) => answer.grow(index, text));
  }

  gainPart(turnId: string, index: number, gain: PartGain): boolean {
    return this.inTurn(turnId, ({ answer }) => answer.gain(index, gain));
  }

  replacePart(turnId: string, index: number, part: AnswerPart): boolean {
    return this.inTurn(turnId, ({ answer }) => answer.replace(index, part));
  }

  changeTurn(turnId: string, end: TurnEndView): boolean {
    this.busy.note(turnId, end);
    return this.inTurn(turnId, (turn) => {
      turn.change(end);
      return true;
    });
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    if (reason === this.unavailable) return;
    this.unavailable = reason;
    for (const turn of this.turns.all) turn.setUnavailable(reason);
  }

  /** What shows the question of a turn, or a part of its answer. */
  elementOf(turnId: string, part: number | undefined): Element | undefined {
    return this.turns.get(turnId)?.elementOf(part);
  }

  /** The turn that an element of the page belongs to. */
  turnOf(element: Element): TurnView | undefined {
    const message = element.closest('article');
    return message ? this.turns.of(message) : undefined;
  }

  /** The turn whose message has the focus; without a focus here, the last one. */
  get focusedTurn(): string | undefined {
    return (this.focus.focused ? this.turns.of(this.focus.focused) : this.turns.last)?.id;
  }

  /** The first message in view, counted from 0 among those on the page. */
  get messageInView(): number {
    return Math.max(0, this.place.messageInView);
  }

  /** What is selected, if it is in the conversation and on one line. */
  get selectedLine(): string {
    return selectedLine(this.turns.element);
  }

  /** Scrolls a place of a message into view unless it is, with this many pixels kept free at the top. */
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
    this.element.ariaLabel = title === '' ? l10n.t('Conversation') : l10n.t('Conversation: {0}', title);
  }

  show(isShown: boolean): void {
    this.element.hidden = !isShown;
  }

  /** Tells where the person is, if that is not told yet. */
  tellPlace(): void {
    this.place.tellNow();
  }

  private jump(): void {
    this.scroll.follow();
    // The button goes, and the focus with it.
    this.element.focus({ preventScroll: true });
  }

  /** The last question goes to the top of the view, and its answer below. */
  private keepRoom(): void {
    this.room.keepBelow(this.turns.last);
  }

  private restoreFocus(focused: FocusedPlace): void {
    const target = this.focus.restore(focused, this.turns.messagesBefore);
    if (!target || !this.isStepping) return;
    // What was pressed stays under the pointer, although what is above it now may be longer.
    this.element.scrollTop += target.getBoundingClientRect().top - focused.top;
    this.scroll.stay();
  }

  private view(turn: Turn, isLast: boolean): TurnView {
    const { id } = turn;
    const view = new TurnView(
      turn,
      this.context,
      {
        onAsk: this.events.onAsk,
        onStep: (of, step) => this.showBranch(id, of, step),
        onEdit: (edited) => this.events.onEdit(edited && { turnId: id, draft: edited }),
        whenNear: (answer, show) => this.viewport.when(answer, show),
      },
      isLast,
    );
    this.busy.note(id, turn);
    for (const { element } of [view.question, view.answer]) element.tabIndex = -1;
    this.drafts.giveBack(view);
    view.setUnavailable(this.unavailable);
    return view;
  }

  /** What happened to a turn that is still to come is in it when it comes. */
  private inTurn(turnId: string, apply: (turn: TurnView) => boolean): boolean {
    const turn = this.turns.get(turnId);
    return turn ? apply(turn) : this.turns.missing > 0;
  }

  private showBranch(turnId: string, of: BranchOf, step: BranchStep): void {
    this.isStepping = true;
    // The other branch may be so long that its end alone would not hold what is seen.
    this.place.tellHere();
    this.context.post({ type: 'showBranch', turnId, of, step });
  }
}
