import { type DiagramDrawing, longestDiagram } from '../../src/protocol/diagrams';
import type { ToHost } from '../../src/protocol/messages';
import { ViewportObserver } from '../base/viewportObserver';
import { diagramStyle } from './diagramStyle';
import type { DiagramView } from './diagramView';

/** Drawings that are kept for when the page is drawn again. */
const mostKept = 30;

/** The diagrams of the page. The host draws them; it is asked about those that come near to what is seen. */
export class Diagrams {
  /** VS Code has a preview in which one can be opened. */
  canOpen = false;
  private observer: ViewportObserver | undefined;
  private readonly asked = new Map<string, Set<DiagramView>>();
  private readonly kept = new Map<string, DiagramDrawing>();
  private shown = new Set<DiagramView>();
  private currentStyle: string | undefined;

  constructor(private readonly post: (message: ToHost) => void) {
    // VS Code changes a theme by the classes of the body and the variables of the root.
    const themes = new MutationObserver(() => this.recolor());
    themes.observe(document.documentElement, { attributes: true });
    themes.observe(document.body, { attributes: true });
  }

  /** What is near to what is seen of this counts as near. */
  watch(viewport: Element): void {
    this.observer = new ViewportObserver(viewport);
  }

  /** Nothing comes to this text any more: draws it when the user comes near. */
  add(view: DiagramView): void {
    if (view.source.length > longestDiagram || view.source.trim() === '') return;
    const drawing = this.kept.get(view.source);
    if (drawing) this.give(view, drawing);
    else this.observer?.when(view.block, () => this.ask(view));
  }

  /** The host has drawn a text, or cannot. */
  show(source: string, drawing: DiagramDrawing | undefined): void {
    const views = this.asked.get(source) ?? [];
    this.asked.delete(source);
    if (!drawing) return;
    this.keep(source, drawing);
    for (const view of views) this.give(view, drawing);
  }

  /** All texts have left the page. */
  clear(): void {
    this.asked.clear();
    this.shown.clear();
  }

  private ask(view: DiagramView): void {
    const views = this.asked.get(view.source);
    if (views) {
      views.add(view);
      return;
    }
    this.asked.set(view.source, new Set([view]));
    this.post({ type: 'drawDiagram', source: view.source });
  }

  private give(view: DiagramView, drawing: DiagramDrawing): void {
    this.shown.add(view);
    view.show(drawing, this.style);
  }

  private keep(source: string, drawing: DiagramDrawing): void {
    this.kept.delete(source);
    this.kept.set(source, drawing);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
  }

  private get style(): string {
    this.currentStyle ??= diagramStyle(document.body);
    return this.currentStyle;
  }

  private recolor(): void {
    if (this.currentStyle === undefined) return;
    const style = diagramStyle(document.body);
    if (style === this.currentStyle) return;
    this.currentStyle = style;
    this.shown = new Set([...this.shown].filter(({ block }) => block.isConnected));
    for (const view of this.shown) view.recolor(style);
  }
}
