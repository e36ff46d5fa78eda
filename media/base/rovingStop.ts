/** Buttons that are one stop for the Tab key, with the arrow keys between them. Hidden ones are passed over. */
export class RovingStop {
  private readonly buttons: HTMLButtonElement[] = [];

  constructor(private readonly toolbar: HTMLElement) {
    toolbar.role = 'toolbar';
    toolbar.addEventListener('focusin', ({ target }) => this.stopAt(target));
    toolbar.addEventListener('keydown', (event) => this.onKey(event));
  }

  add(button: HTMLButtonElement): void {
    button.tabIndex = this.buttons.length === 0 ? 0 : -1;
    this.buttons.push(button);
    this.toolbar.append(button);
  }

  remove(button: HTMLButtonElement): void {
    button.remove();
    this.buttons.splice(this.buttons.indexOf(button), 1);
    this.stopAt(this.buttons[0]);
  }

  private stopAt(target: unknown): void {
    for (const each of this.buttons) each.tabIndex = each === target ? 0 : -1;
  }

  private onKey(event: KeyboardEvent): void {
    moveAmong(
      this.buttons.filter(({ hidden }) => !hidden),
      event,
    );
  }
}

/** The arrow keys, Home and End between buttons in a row. With Alt and the like they mean something else. */
export function moveAmong(buttons: readonly HTMLButtonElement[], event: KeyboardEvent): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = buttons.findIndex((each) => each.matches(':focus'));
  const next = neighbour(buttons, at, event.key);
  if (!next) return;
  event.preventDefault();
  // Home and End go through the conversation otherwise.
  event.stopPropagation();
  next.focus();
}

function neighbour(buttons: readonly HTMLButtonElement[], at: number, key: string): HTMLButtonElement | undefined {
  switch (key) {
    case 'ArrowRight':
      return buttons[at + 1] ?? buttons[0];
    case 'ArrowLeft':
      return buttons.at(at - 1);
    case 'Home':
      return buttons[0];
    case 'End':
      return buttons.at(-1);
    default:
      return undefined;
  }
}
