import { button, element, type IconName, icon } from './element';

/** How long a button shows that it has done its work, in milliseconds. */
const doneMs = 1_500;

/** A button that is only an icon. One that cannot be used stays where it is and says why. */
export class ActionButton {
  readonly element: HTMLButtonElement;
  private unavailable: string | undefined;
  private showingDone: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly iconName: IconName,
    readonly label: string,
    run: () => void,
  ) {
    this.element = button('icon-button', () => this.unavailable === undefined && run(), icon(iconName));
    this.element.ariaLabel = label;
    this.element.title = label;
  }

  /** `reason` says why it cannot be used; undefined if it can. */
  setUnavailable(reason: string | undefined): void {
    if (reason === this.unavailable) return;
    this.unavailable = reason;
    this.element.ariaDisabled = reason === undefined ? null : 'true';
    // Beside a label, the title is read out as the description.
    this.element.title = reason ?? this.label;
  }

  /** Shows for a moment that it has worked, where nothing else on the page does. */
  showDone(): void {
    clearTimeout(this.showingDone);
    this.element.replaceChildren(icon('check'));
    this.showingDone = setTimeout(() => this.element.replaceChildren(icon(this.iconName)), doneMs);
  }
}

/** Buttons that stand together under one name, such as the arrows around a number. */
export function buttonGroup(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const group = element('div', 'button-group', ...children);
  group.role = 'group';
  group.ariaLabel = name;
  return group;
}
