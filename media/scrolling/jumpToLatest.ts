import * as l10n from '@vscode/l10n';
import { button, element, icon } from '../base/element';

/** More than this has to be out of sight, in pixels. */
const leastHiddenPx = 40;

/** The way back to the end, shown while some of the chat is out of sight below. */
export class JumpToLatest {
  readonly element: HTMLElement;
  private readonly button: HTMLButtonElement;
  private isAway = false;

  /** `viewport` is what scrolls, and `end` the last thing to see in it. */
  constructor(
    private readonly viewport: HTMLElement,
    private readonly end: () => Element | null | undefined,
    onJump: () => void,
  ) {
    const name = l10n.t('Jump to Latest');
    this.button = button('jump', onJump, icon('arrow-down'));
    this.button.ariaLabel = name;
    this.button.title = name;
    this.element = element('div', 'jump-place', this.button);
    for (const type of ['focusin', 'focusout']) viewport.addEventListener(type, () => this.update());
    this.show(false);
  }

  /** Call whenever it may have changed, or the view has scrolled. */
  show(isAway: boolean): void {
    this.isAway = isAway && this.hidesContent();
    this.update();
  }

  private update(): void {
    this.element.hidden = !this.isAway;
    this.element.classList.toggle('is-in-the-way', this.isAway && this.coversFocus());
  }

  private hidesContent(): boolean {
    const bottom = this.end()?.getBoundingClientRect().bottom ?? 0;
    return bottom - this.viewport.getBoundingClientRect().bottom > leastHiddenPx;
  }

  /** Whether a control with the focus lies below the button. A message is larger than the view and does not count. */
  private coversFocus(): boolean {
    const focused = document.activeElement;
    if (!focused || focused === this.button || !this.viewport.contains(focused)) return false;
    if (focused === this.viewport || focused.matches('article')) return false;
    const [own, other] = [this.button.getBoundingClientRect(), focused.getBoundingClientRect()];
    const isBeside = other.right < own.left || other.left > own.right;
    return !isBeside && other.bottom > own.top && other.top < own.bottom;
  }
}
