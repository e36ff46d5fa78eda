import type { MessageFocus } from '../scrolling/messageFocus';
import type { FollowingScroll } from '../scrolling/scroll';
import type { KeptPlace } from '../shell/panelMemory';
import type { TurnList } from './turnList';

/** How long the user has to have stopped scrolling before where they are is told, in milliseconds. */
const pauseMs = 200;

/** A place in a chat. */
export type Place = Pick<KeptPlace, 'message' | 'offset'>;

export interface ReadingPlaceParts {
  readonly viewport: HTMLElement;
  readonly turns: TurnList;
  readonly scroll: FollowingScroll;
  readonly focus: MessageFocus;
  /** Called when the user has stopped scrolling elsewhere, and when they work elsewhere. See `ConversationEvents`. */
  readonly onChange: (place: Place | undefined, turn: number | undefined) => void;
}

/** Where the user reads, in numbers that hold when the messages are drawn again, whether all of them are there or not. */
export class ReadingPlace {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `kept`: where they were when the page went away. */
  constructor(
    private readonly parts: ReadingPlaceParts,
    private kept: KeptPlace | undefined,
  ) {
    // What it costs is too much for every frame.
    parts.viewport.addEventListener('scroll', () => this.tellSoon(), { passive: true });
  }

  /** The first message in view, counted from 0 among those on the page; -1 if there is none. */
  get messageInView(): number {
    const { viewport, turns } = this.parts;
    const { children } = turns.element;
    const top = viewport.getBoundingClientRect().top;
    // Halved again and again: of many messages it looks at few.
    let [low, high] = [0, children.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((children[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
      else low = middle + 1;
    }
    return children[low] ? low : -1;
  }

  get inView(): Place {
    const { viewport, turns } = this.parts;
    const message = this.messageInView;
    const top = viewport.getBoundingClientRect().top;
    const offset = (turns.element.children[message]?.getBoundingClientRect().top ?? top) - top;
    return { message: message + turns.messagesBefore, offset };
  }

  /** Scrolls there and stays. */
  goTo({ message, offset }: Place): void {
    const { viewport, turns, scroll } = this.parts;
    const target = turns.element.children[message - turns.messagesBefore];
    if (target) turns.of(target)?.answer.showWhole();
    // A message has no true height before it was laid out once. It stays like this: one that the browser may leave out
    // again while it is in view loses the place.
    target?.classList.add('is-whole');
    const box = target?.getBoundingClientRect();
    if (box) viewport.scrollTop += box.top - viewport.getBoundingClientRect().top - offset;
    scroll.stay();
  }

  /** Where to go in a chat that is drawn for the first time. Once the user was shown a chat, what was before is over. */
  takeKept(chatId: string): Place | undefined {
    const { kept } = this;
    this.kept = undefined;
    return kept?.chatId === chatId ? kept : undefined;
  }

  /** Tells at once what is not told yet. */
  tellNow(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.tell(this.parts.scroll.isFollowing ? undefined : this.inView);
  }

  /** Tells what is in view, also where the user follows the end. */
  tellHere(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.tell(this.inView);
  }

  private tellSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tellNow(), pauseMs);
  }

  private tell(place: Place | undefined): void {
    const { turns, focus, onChange } = this.parts;
    const worksAt = focus.place(turns.messagesBefore);
    const messages = [place, worksAt].flatMap((at) => at?.message ?? []);
    onChange(place, messages.length > 0 ? Math.floor(Math.min(...messages) / 2) : undefined);
  }
}
