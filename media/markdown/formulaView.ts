import { element } from '../element';
import type { Block } from './blocks';
import type { BlockView } from './blockView';

/** A formula: in the words of TeX while it comes and where it cannot be drawn. */
export class FormulaView implements BlockView {
  readonly element: HTMLElement;
  private readonly source = element('code', 'formula-source');

  constructor() {
    this.element = element('div', 'formula', this.source);
    this.element.dir = 'ltr';
  }

  update(block: Block): boolean {
    if (block.kind !== 'formula') return false;
    if (this.source.textContent !== block.source) this.source.textContent = block.source;
    return true;
  }

  finish(): void {
    const source = this.source.textContent;
    import('../formula/drawFormula').then(
      ({ drawFormula }) => this.show(this.element.isConnected ? drawFormula(source) : undefined, source),
      () => undefined,
    );
  }

  private show(formula: Element | undefined, source: string): void {
    if (!formula) return;
    this.element.title = source;
    this.element.replaceChildren(formula);
  }
}
