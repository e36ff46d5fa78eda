import type { ActionButton } from '../base/actionButton';
import { element } from '../base/element';
import { moveAmong } from '../base/rovingStop';

/** The buttons at the end of a message: one stop for the Tab key, with the arrow keys between them. */
export class ActionBar {
  readonly element = element('div', 'actions');
  private readonly buttons: HTMLButtonElement[] = [];
  private readonly asking: ActionButton[] = [];
  private isStop = false;

  constructor(name: string) {
    this.element.role = 'toolbar';
    this.element.ariaLabel = name;
    this.element.addEventListener('keydown', (event) => moveAmong(this.shown, event));
    this.element.addEventListener('focusin', ({ target }) => this.makeStop(target));
  }

  /** `asks`: what it does cannot be done while an answer is on its way. */
  add(action: ActionButton, options: { readonly asks?: boolean } = {}): this {
    this.register(action, options);
    this.element.append(action.element);
    return this;
  }

  /** Buttons that already stand in an element of their own. */
  addGroup(group: HTMLElement, actions: readonly ActionButton[]): this {
    for (const action of actions) this.register(action, {});
    this.element.append(group);
    return this;
  }

  /** Why nothing can be asked just now; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    for (const action of this.asking) action.setUnavailable(reason);
  }

  /** Whether the Tab key stops here. In a long chat it would have to be pressed a thousand times otherwise. */
  setStop(isStop: boolean): void {
    this.isStop = isStop;
    this.makeStop(this.shown.find(({ tabIndex }) => tabIndex === 0) ?? this.shown[0]);
  }

  private register(action: ActionButton, { asks = false }: { readonly asks?: boolean }): void {
    action.element.tabIndex = -1;
    this.buttons.push(action.element);
    if (asks) this.asking.push(action);
  }

  private makeStop(target: unknown): void {
    for (const each of this.buttons) each.tabIndex = this.isStop && each === target ? 0 : -1;
  }

  private get shown(): readonly HTMLButtonElement[] {
    return this.buttons.filter(({ hidden }) => !hidden);
  }
}
