import { element } from '../element';
import type { Block } from './blocks';
import type { BlockView } from './blockView';

/** A formula in the words of TeX. */
export class FormulaView implements BlockView {
  readonly element: HTMLElement;
  private readonly source = element('code');

  constructor() {
    this.element = element('div', 'formula', this.source);
    this.element.dir = 'ltr';
  }

  update(block: Block): boolean {
    if (block.kind !== 'formula') return false;
    if (this.source.textContent !== block.source) this.source.textContent = block.source;
    return true;
  }

  finish(): void {}
}
