/** Where the focus is: which message of the chat, and which of its controls, told apart by its name. */
export interface FocusedPlace {
  readonly message: number;
  readonly control: string | undefined;
  /** How far the control is from the top of the window, in pixels. */
  readonly top: number;
}

/** Moves the focus among the messages. The Tab key stops at one of them: where the focus was last, or else the newest. */
export class MessageFocus {
  private current: HTMLElement | undefined;

  constructor(
    private readonly list: HTMLElement,
    private readonly onMove: (from: Element | undefined, to: HTMLElement) => void,
  ) {
    list.addEventListener('focusin', ({ target }) => {
      const message = target instanceof Element ? this.messageOf(target) : undefined;
      if (message) this.setCurrent(message);
    });
    list.addEventListener('keydown', (event) => this.onKey(event));
  }

  /** Call when messages came or went. */
  refresh(): void {
    if (this.current?.parentElement === this.list && this.hasFocus) return;
    const { lastElementChild: last } = this.list;
    if (last instanceof HTMLElement) this.setCurrent(last);
    else this.current = undefined;
  }

  get hasFocus(): boolean {
    return this.list.contains(document.activeElement);
  }

  /** The message with the focus in it. */
  get focused(): HTMLElement | undefined {
    return this.hasFocus ? this.current : undefined;
  }

  /** Goes to the message before or after; from outside to the last one. False: there is none. */
  step(step: -1 | 1): boolean {
    const { focused } = this;
    const next = step < 0 ? focused?.previousElementSibling : focused?.nextElementSibling;
    const target = focused ? next : step < 0 ? this.list.lastElementChild : undefined;
    if (!(target instanceof HTMLElement)) return false;
    this.goTo(target);
    return true;
  }

  goTo(message: HTMLElement): void {
    message.focus({ preventScroll: true });
    const fits = message.offsetHeight <= (this.list.parentElement?.clientHeight ?? 0);
    message.scrollIntoView({ block: fits ? 'nearest' : 'start' });
  }

  /** Undefined if the focus is not among the messages. `skipped`: so many come before those on the page. */
  place(skipped: number): FocusedPlace | undefined {
    const focused = document.activeElement;
    const message = focused && this.list.contains(focused) ? this.messageOf(focused) : undefined;
    if (!focused || !message) return undefined;
    return {
      message: skipped + Array.from(this.list.children).indexOf(message),
      control: focused === message ? undefined : (focused.ariaLabel ?? undefined),
      top: focused.getBoundingClientRect().top,
    };
  }

  /** Puts the focus back where it was before the messages were drawn again. Tells what has it now. */
  restore({ message: index, control }: FocusedPlace, skipped: number): HTMLElement | undefined {
    const message = this.list.children[index - skipped] ?? this.list.lastElementChild;
    if (!(message instanceof HTMLElement)) return undefined;
    const controls = message.querySelectorAll<HTMLElement>('[role="toolbar"] button, textarea');
    const same = Array.from(controls).find(({ ariaLabel }) => ariaLabel === control);
    const target = control === undefined ? message : (same ?? message);
    target.focus({ preventScroll: true });
    return target;
  }

  private messageOf(inside: Element): HTMLElement | undefined {
    const message = inside.closest('.message');
    return message instanceof HTMLElement ? message : undefined;
  }

  private setCurrent(message: HTMLElement): void {
    if (message === this.current) return;
    if (this.current) this.current.tabIndex = -1;
    message.tabIndex = 0;
    const from = this.current;
    this.current = message;
    this.onMove(from, message);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.target !== this.current || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { firstElementChild: first, lastElementChild: last } = this.list;
    const target = event.key === 'Home' ? first : event.key === 'End' ? last : undefined;
    if (!(target instanceof HTMLElement)) return;
    event.preventDefault();
    this.goTo(target);
  }
}
