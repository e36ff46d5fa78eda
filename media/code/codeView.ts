import { element } from '../element';
import { colour } from '../highlight/colour';
import type { Block } from '../markdown/blocks';
import type { BlockView, MarkdownContext } from '../markdown/blockView';
import { CodeLines } from './codeLines';

const longestLabel = 80;

/** A block of code under a bar that says what it is. */
export class CodeView implements BlockView {
  readonly element: HTMLElement;
  private readonly label = element('span', 'code-language');
  private readonly lines = new CodeLines();
  private text = '';
  private language = '';

  constructor(_context: MarkdownContext) {
    const pre = element('pre', '', this.lines.element);
    pre.dir = 'ltr';
    // Long lines scroll sideways, and the keyboard has to reach them.
    pre.tabIndex = 0;
    this.element = element('div', 'code-block', this.label, pre);
  }

  update(block: Block): boolean {
    if (block.kind !== 'code') return false;
    this.language = block.language;
    const label = (block.fileName || block.language).slice(0, longestLabel);
    if (this.label.textContent !== label) this.label.textContent = label;
    this.label.hidden = label === '';
    if (block.text.startsWith(this.text)) this.grow(block.text.slice(this.text.length));
    else this.replace(block.text);
    return true;
  }

  grow(text: string): void {
    this.text += text;
    this.lines.append(text);
  }

  finish(): void {
    colour(this.lines.groups, this.text, this.language);
  }

  private replace(text: string): void {
    this.lines.clear();
    this.text = '';
    this.grow(text);
  }
}
