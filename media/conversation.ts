import type { AnswerPart, TurnView as Turn } from '../src/protocol';
import type { TurnEnd } from './answerView';
import { element } from './element';
import { FollowingScroll } from './scroll';
import { TurnView } from './turnView';
import { fill, type PanelContext } from './words';

interface Place {
  readonly message: number;
  readonly offset: number;
}

/** All turns. Methods that return a boolean say false for something that cannot be, because an earlier fact is missing. */
export class Conversation {
  readonly element = element('section', 'conversation');
  private readonly list = element('div', 'turns');
  private readonly hint: HTMLElement;
  private readonly scroll: FollowingScroll;
  private readonly turns = new Map<string, TurnView>();
  private chatId: string | undefined;

  constructor(private readonly context: PanelContext) {
    this.hint = element('p', 'empty-hint', context.words.empty);
    this.element.append(this.list, this.hint);
    this.element.role = 'region';
    this.element.tabIndex = 0;
    this.showTitle('');
    this.scroll = new FollowingScroll(this.element, this.list);
  }

  get isEmpty(): boolean {
    return this.turns.size === 0;
  }

  get isBusy(): boolean {
    for (const turn of this.turns.values()) if (turn.answer.isBusy) return true;
    return false;
  }

  /** Draws everything anew. The same chat stays where it was scrolled to; another one starts at its end. */
  redraw(chatId: string, turns: readonly Turn[]): void {
    const isSameChat = chatId === this.chatId;
    const hadFocus = this.list.contains(document.activeElement);
    const place = isSameChat && !this.scroll.isFollowing ? this.place() : undefined;
    this.chatId = chatId;
    for (const turn of this.turns.values()) turn.answer.dispose();
    this.turns.clear();
    this.list.replaceChildren();
    for (const turn of turns) this.append(turn, turn === turns.at(-1));
    this.renumber();
    if (hadFocus) this.element.focus({ preventScroll: true });
    if (place) this.goTo(place);
    else this.scroll.follow();
  }

  addTurn(turn: Turn): boolean {
    if (this.turns.has(turn.id)) return false;
    this.append(turn, true);
    this.renumber();
    // A new turn is always something the person has just asked for.
    this.scroll.follow();
    return true;
  }

  addPart(turnId: string, part: AnswerPart): boolean {
    const turn = this.turns.get(turnId);
    turn?.answer.add(part);
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
    return turn !== undefined;
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

  private goTo({ message, offset }: Place): void {
    // Messages out of sight have no true height until they were laid out once, which the browser then remembers.
    this.list.classList.add('is-whole');
    requestAnimationFrame(() => requestAnimationFrame(() => this.list.classList.remove('is-whole')));
    const box = this.list.children[message]?.getBoundingClientRect();
    if (box) this.element.scrollTop += box.top - this.element.getBoundingClientRect().top - offset;
  }

  private append(turn: Turn, isLast: boolean): void {
    const view = new TurnView(turn, this.context, isLast);
    this.turns.set(turn.id, view);
    this.list.append(view.question, view.answer.element);
  }

  private renumber(): void {
    const total = this.turns.size * 2;
    let first = 1;
    for (const turn of this.turns.values()) {
      turn.number(first, total);
      first += 2;
    }
  }
}
