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
  /** It is shown in the size it was drawn in, although that is more than the box has room for. */
  private isLarge = false;

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
    this.picture.addEventListener('click', () => this.toggleSize());
    this.element.addEventListener('keydown', ({ key }) => key === 'Enter' && this.toggleSize());
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
    const fitting = Math.round(Math.max(width * smallestScale, Math.min(width, room)));
    const shown = this.isLarge ? width : fitting;
    this.showSwitch(fitting < width);
    if (this.picture.width === shown && this.picture.hasAttribute('width')) return;
    this.picture.width = shown;
    this.picture.height = Math.round((shown / width) * height);
  }

  /** A picture that was made smaller may be too small to read. */
  private toggleSize(): void {
    if (!this.element.classList.contains('is-sizable')) return;
    this.isLarge = !this.isLarge;
    this.fit();
  }

  private showSwitch(isSizable: boolean): void {
    this.element.classList.toggle('is-sizable', isSizable);
    this.element.classList.toggle('is-large', isSizable && this.isLarge);
    if (!isSizable) this.element.title = '';
    else if (this.isLarge) this.element.title = l10n.t('Click or press Enter to fit the diagram into the view.');
    else this.element.title = l10n.t('Click or press Enter to enlarge the diagram.');
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
