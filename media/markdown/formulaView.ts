import { element } from '../base/element';
import { idleQueue, once } from '../base/idleQueue';
import type { Block } from '../blocks/blocks';
import type { BlockView } from '../blocks/blockView';

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
    import('../formula/drawFormula').then(
      ({ drawFormula }) => idleQueue.add(once(() => this.draw(drawFormula))),
      () => undefined,
    );
  }

  private draw(drawFormula: (source: string) => Element | undefined): void {
    const source = this.source.textContent;
    const formula = this.element.isConnected ? drawFormula(source) : undefined;
    if (!formula) return;
    this.element.title = source;
    this.element.replaceChildren(formula);
  }
}
