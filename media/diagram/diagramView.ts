import * as l10n from '@vscode/l10n';
import type { DiagramDrawing, DiagramKind } from '../../src/protocol/diagrams';
import { element } from '../base/element';
import { pictureAddress } from './pictureAddress';

/** A picture is made smaller to fit into its box, but not below this: then it scrolls. */
const smallestScale = 0.7;

/** The picture of a diagram in a box that it may be too large for. */
export class DiagramView {
  readonly element = element('div', 'diagram');
  private readonly picture = element('img');
  private readonly sizes = new ResizeObserver(() => this.fit());
  private drawing: DiagramDrawing | undefined;

  /** `block` is what the diagram belongs to. `onReady`: the picture is there, or (false) it cannot be shown after all. */
  constructor(
    readonly source: string,
    readonly block: Element,
    private readonly onReady: (isShown: boolean) => void,
  ) {
    // It scrolls, and the keyboard has to reach it.
    this.element.tabIndex = 0;
    this.element.role = 'group';
    this.element.append(this.picture);
    this.picture.addEventListener('load', () => this.onReady(true));
    this.picture.addEventListener('error', () => this.onReady(false));
    this.sizes.observe(this.element);
  }

  show(drawing: DiagramDrawing, style: string): void {
    this.drawing = drawing;
    const kind = kindLabel(drawing.kind);
    this.picture.alt = l10n.t('Diagram: {0}. Its source can be shown.', kind);
    this.element.ariaLabel = kind;
    this.fit();
    this.recolor(style);
  }

  recolor(style: string): void {
    if (this.drawing) this.picture.src = pictureAddress(this.drawing, style);
  }

  /** Gives the picture the size that the box has room for. */
  fit(): void {
    if (!this.drawing) return;
    const { width, height } = this.drawing;
    const room = this.element.clientWidth || width;
    const shown = Math.round(Math.max(width * smallestScale, Math.min(width, room)));
    if (this.picture.width === shown && this.picture.hasAttribute('width')) return;
    this.picture.width = shown;
    this.picture.height = Math.round((shown / width) * height);
  }
}

function kindLabel(kind: DiagramKind): string {
  switch (kind) {
    case 'flowchart':
      return l10n.t('flowchart');
    case 'sequence':
      return l10n.t('sequence diagram');
    case 'class':
      return l10n.t('class diagram');
    case 'state':
      return l10n.t('state diagram');
    case 'entity':
      return l10n.t('entity relationship diagram');
  }
}
