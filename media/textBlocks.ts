import { element } from './element';
import { PlainMarkdown, type TextOperation } from './plainMarkdown';
import { unreachable } from './unreachable';

/** Appending copies the node's whole string, so a long block is made of several nodes. */
const maxNodeChars = 8_000;

/** Shows a growing text. Nothing on the page is ever replaced, so that a selection in it survives. */
export class TextBlocks {
  readonly element = element('div', 'text');
  private readonly reader = new PlainMarkdown();
  private block: HTMLElement = this.element;
  private open: Text | undefined;

  append(text: string): void {
    this.apply(this.reader.push(text));
  }

  end(): void {
    this.apply(this.reader.end());
  }

  private apply(operations: readonly TextOperation[]): void {
    for (const operation of operations) {
      switch (operation.kind) {
        case 'paragraph':
          this.openParagraph();
          break;
        case 'code':
          this.openCode(operation.language);
          break;
        case 'text':
          this.appendText(operation.text);
          break;
        default:
          unreachable(operation);
      }
    }
  }

  private openParagraph(): void {
    const paragraph = element('p');
    paragraph.dir = 'auto';
    this.element.append(paragraph);
    this.openBlock(paragraph);
  }

  private openCode(language: string): void {
    const code = element('code');
    const pre = element('pre', '', code);
    pre.dir = 'ltr';
    // Long lines scroll sideways, and the keyboard has to reach them.
    pre.tabIndex = 0;
    const label = language === '' ? [] : [element('div', 'code-language', language)];
    this.element.append(element('div', 'code-block', ...label, pre));
    this.openBlock(code);
  }

  private openBlock(block: HTMLElement): void {
    this.block = block;
    this.open = undefined;
  }

  private appendText(text: string): void {
    if (this.open && this.open.length < maxNodeChars) {
      this.open.appendData(text);
      return;
    }
    this.open = document.createTextNode(text);
    this.block.append(this.open);
  }
}
