import { element } from '../base/element';
import { idleQueue, once } from '../base/idleQueue';

type DrawFormula = typeof import('../formula/drawFormula').drawFormula;

/** With more than this ahead of it, a formula stays in the words of TeX: no person wrote them. */
const mostWaiting = 1_000;
/** In characters, what fits into the narrowest view. */
const shortFormula = 30;

let waiting = 0;

/** A formula in a line: in the words of TeX until there is time to draw it, and where it cannot be drawn. */
export function inlineFormula(source: string): HTMLElement {
  const node = element('span', 'inline-formula', element('code', 'formula-source', source));
  node.dir = 'ltr';
  node.classList.toggle('is-long', source.length > shortFormula);
  if (waiting < mostWaiting) {
    waiting += 1;
    import('../formula/drawFormula').then(
      ({ drawFormula }) => idleQueue.add(once(() => draw(node, source, drawFormula))),
      () => undefined,
    );
  }
  return node;
}

function draw(node: HTMLElement, source: string, drawFormula: DrawFormula): void {
  waiting -= 1;
  const formula = node.isConnected ? drawFormula(source, 'inLine') : undefined;
  if (!formula) return;
  node.title = source;
  node.replaceChildren(formula);
}
