import * as l10n from '@vscode/l10n';
import { button, element } from '../base/element';
import type { Block, BlockOf } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import { colour } from '../highlight/colour';
import { isDiagram } from './codeActions';
import { addDiagram } from './codeDiagram';
import { CodeLines } from './codeLines';
import { CodeToolbar } from './codeToolbar';

const longestLabel = 80;
/** Longer code is folded. It is so from the line on that is too many, so that nothing jumps when the code ends. */
const foldedLines = 40;

/** A block of code under a bar that says what it is and what can be done with it. */
export class CodeView implements BlockView {
  readonly element: HTMLElement;
  private readonly label = element('span', 'code-label');
  private readonly bar = element('div', 'code-bar', this.label);
  private readonly lines = new CodeLines();
  private readonly pre: HTMLElement;
  private readonly fold: HTMLButtonElement;
  private text = '';
  private language = '';
  private isOpen = false;

  constructor(private readonly context: MarkdownContext) {
    this.pre = element('pre', '', this.lines.element);
    // Long lines scroll sideways, and the keyboard has to reach them.
    this.pre.tabIndex = 0;
    this.fold = button('code-fold', () => this.toggle());
    this.fold.hidden = true;
    this.element = element('div', 'code-block', this.bar, this.pre, this.fold);
    // Whichever way the text around it runs.
    this.element.dir = 'ltr';
  }

  update(block: Block): boolean {
    if (block.kind !== 'code') return false;
    this.showLabel(block);
    if (block.text.startsWith(this.text)) this.grow(block.text.slice(this.text.length));
    else this.replace(block.text);
    return true;
  }

  grow(text: string): void {
    this.text += text;
    this.lines.append(text);
    this.showFold();
  }

  finish(): void {
    const { onCode, diagrams } = this.context;
    const onAction = onCode && ((action: Parameters<typeof onCode>[0]) => onCode(action, this.element));
    const onWrap = (isWrapped: boolean) => this.element.classList.toggle('is-wrapped', isWrapped);
    const toolbar = new CodeToolbar(this.language, { onAction, onWrap }, diagrams?.canOpen === true);
    this.bar.append(toolbar.element);
    colour(this.lines.groups, this.text, this.language);
    if (!diagrams || !isDiagram(this.language)) return;
    const source = [this.pre, this.fold];
    addDiagram(this.text, { block: this.element, source, toolbar }, diagrams);
  }

  private replace(text: string): void {
    this.lines.clear();
    this.text = '';
    this.grow(text);
  }

  private showLabel({ fileName, language }: BlockOf<'code'>): void {
    this.language = language;
    const label = (fileName || language).slice(0, longestLabel);
    if (this.label.textContent !== label) this.label.textContent = label;
  }

  private toggle(): void {
    this.isOpen = !this.isOpen;
    this.showFold();
  }

  private showFold(): void {
    const { count } = this.lines;
    const isLong = count > foldedLines;
    this.fold.hidden = !isLong;
    if (!isLong) return;
    const name = this.isOpen ? l10n.t('Show Fewer Lines') : l10n.t('Show All {0} Lines', count);
    if (this.fold.textContent !== name) this.fold.textContent = name;
    this.fold.ariaExpanded = String(this.isOpen);
    this.element.classList.toggle('is-folded', !this.isOpen);
  }
}
