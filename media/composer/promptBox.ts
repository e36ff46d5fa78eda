import { element } from '../base/element';
import { PastedText } from './pastedText';

/** From here on a text box takes noticeably long to lay its text out. */
const maxTypedChars = 50_000;

/** What the user was writing. */
export interface PromptDraft {
  readonly typed: string;
  readonly pasted: string;
  /** Where the caret stands in what was typed. */
  readonly caret: number;
}

/** A text box for questions. What is too long to be typed stands above it, as one line that says how long it is. */
export class PromptBox {
  readonly input = element('textarea');
  readonly pasted: PastedText;

  /** `onChange`: the person has changed something. */
  constructor(
    name: string,
    private readonly onChange: () => void,
  ) {
    this.input.rows = 1;
    this.input.dir = 'auto';
    this.input.ariaLabel = name;
    this.input.addEventListener('beforeinput', (event) => this.beforeInput(event));
    this.input.addEventListener('input', onChange);
    this.pasted = new PastedText(() => {
      this.pasted.text = '';
      onChange();
      this.input.focus();
    });
  }

  /** What was pasted comes first, as models want it: the question after what it is about. */
  get text(): string {
    return joined(this.pasted.text, this.input.value);
  }

  /** Puts a text in the place of what there is, with the caret at its end. */
  set text(text: string) {
    const isLong = text.length > maxTypedChars;
    this.pasted.text = isLong ? text : '';
    this.type(isLong ? '' : text);
  }

  get draft(): PromptDraft {
    return { typed: this.input.value, pasted: this.pasted.text, caret: this.input.selectionEnd };
  }

  set draft({ typed, pasted, caret }: PromptDraft) {
    this.pasted.text = pasted;
    this.input.value = typed;
    this.input.setSelectionRange(caret, caret);
  }

  get isEmpty(): boolean {
    return !/\S/.test(this.input.value) && !/\S/.test(this.pasted.text);
  }

  /** Puts a text before whatever there is. */
  prepend(text: string): void {
    const typed = this.input.value;
    if (text.length + typed.length > maxTypedChars) this.pasted.text = joined(text, this.pasted.text);
    else this.type(joined(text, typed));
  }

  private type(text: string): void {
    this.input.value = text;
    this.input.scrollTop = this.input.scrollHeight;
  }

  /** Long texts do not go into the text box, however they would get there. */
  private beforeInput(event: InputEvent): void {
    const { data, inputType } = event;
    if ((inputType !== 'insertFromPaste' && inputType !== 'insertFromDrop') || data === null) return;
    if (this.input.value.length + data.length <= maxTypedChars) return;
    event.preventDefault();
    this.pasted.text = joined(this.pasted.text, data);
    this.onChange();
  }
}

/** Enter and the arrows belong to the input method while a word is being composed; 229 is how some say so. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function joined(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
