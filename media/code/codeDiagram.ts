import type { Diagrams } from '../diagram/diagrams';
import { DiagramView } from '../diagram/diagramView';
import { keepPlace } from '../diagram/keepPlace';
import type { CodeToolbar, DiagramSwitch } from './codeToolbar';

export interface CodeDiagramParts {
  readonly block: HTMLElement;
  /** What shows the source, which a picture takes the place of. */
  readonly source: readonly HTMLElement[];
  readonly toolbar: CodeToolbar;
}

/** Shows the diagram that a block of code describes in the place of the code, as soon as it is drawn. */
export function addDiagram(text: string, parts: CodeDiagramParts, diagrams: Diagrams): void {
  diagrams.add(new CodeDiagram(text, parts).view);
}

class CodeDiagram {
  readonly view: DiagramView;
  private button: DiagramSwitch | undefined;
  /** Whether code that long is folded, as it was before. */
  private wasHidden: readonly HTMLElement['hidden'][] = [];

  constructor(
    text: string,
    private readonly parts: CodeDiagramParts,
  ) {
    this.view = new DiagramView(text, parts.block, (isShown) => this.ready(isShown));
    // What is found in the source has to be seen there.
    for (const each of parts.source) each.addEventListener('beforematch', () => this.change(false));
  }

  private ready(isShown: boolean): void {
    if (!isShown) this.fail();
    else if (!this.button) {
      this.button = this.parts.toolbar.addDiagramSwitch((isDiagram) => this.change(isDiagram));
      this.change(true);
    }
  }

  private change(isDiagram: boolean): void {
    const { block } = this.parts;
    if (isDiagram === block.contains(this.view.element)) return;
    keepPlace(block.closest('.conversation'), block, () => this.swap(isDiagram));
    this.button?.show(isDiagram);
  }

  private swap(isDiagram: boolean): void {
    const { source } = this.parts;
    if (isDiagram) {
      this.wasHidden = source.map(({ hidden }) => hidden);
      for (const each of source) each.hidden = true;
      source[0]?.before(this.view.element);
      this.view.fit();
    } else {
      this.view.element.remove();
      for (const [at, each] of source.entries()) each.hidden = this.wasHidden[at] ?? false;
    }
  }

  /** The picture cannot be shown: its source can. */
  private fail(): void {
    if (!this.button) return;
    this.change(false);
    this.button.remove();
    this.button = undefined;
  }
}
