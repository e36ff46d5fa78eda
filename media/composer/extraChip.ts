import { button, element, type IconName, icon } from '../base/element';

/** What a chip of the chat says and does. */
export interface ExtraChipParts {
  readonly sign: IconName;
  readonly label: string;
  /** What opens is called so. */
  readonly name: string;
  readonly removeName: string;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

/** What each question of this chat takes along: an instruction, or a schema. */
export class ExtraChip {
  readonly element: HTMLElement;
  private readonly open: HTMLButtonElement;

  constructor({ sign, label, name, removeName, onOpen, onRemove }: ExtraChipParts) {
    this.open = button('chip-open', onOpen, icon(sign), element('span', 'chip-label', label));
    this.open.ariaLabel = name;
    const remove = button('icon-button', onRemove, icon('close'));
    remove.ariaLabel = removeName;
    remove.title = removeName;
    this.element = element('div', 'attached-chip', this.open, remove);
    this.element.hidden = true;
  }

  /**
   * `what`: the instruction, or the name of the schema. Undefined: the chat has none. `idle`: why it does not go along with
   * the next question; undefined if it does. It can still be removed.
   */
  show(what: string | undefined, idle: string | undefined): void {
    const words = [idle, what].filter((line) => line !== undefined).join('\n');
    this.element.hidden = what === undefined;
    this.element.title = words;
    this.element.classList.toggle('is-idle', idle !== undefined);
    this.open.ariaDescription = words;
  }
}
