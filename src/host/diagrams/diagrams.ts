import type { DiagramDrawing } from '../../protocol/diagrams';
import { readDrawing } from './readDrawing';
import { RecentDrawings } from './recentDrawings';

/** This many diagrams wait for their turn at most. What comes then stays text. */
const mostWaiting = 50;

/** Draws texts elsewhere, one at a time. */
export interface Drawer {
  draw(source: string): Promise<unknown>;
  dispose(): void;
}

/** Draws diagrams for the panels. */
export class Diagrams {
  private readonly recent = new RecentDrawings();
  private readonly waiting = new Map<string, Promise<DiagramDrawing | undefined>>();
  private drawer: Drawer | undefined;
  private last: Promise<unknown> = Promise.resolve();
  private isDisposed = false;

  /** `loadDrawer` is called at the first diagram. It rejects where there are no threads, as in a web window. */
  constructor(private readonly loadDrawer: () => Promise<Drawer>) {}

  /** The drawing of a text in Mermaid's language; undefined if it cannot be drawn, or not in time. Never rejects. */
  draw(source: string): Promise<DiagramDrawing | undefined> {
    if (this.recent.has(source)) return Promise.resolve(this.recent.get(source));
    const same = this.waiting.get(source);
    if (same) return same;
    if (this.isDisposed || this.waiting.size >= mostWaiting) return Promise.resolve(undefined);
    const drawing = this.last.then(() => this.drawNow(source));
    this.waiting.set(source, drawing);
    this.last = drawing;
    return drawing;
  }

  dispose(): void {
    this.isDisposed = true;
    this.drawer?.dispose();
  }

  private async drawNow(source: string): Promise<DiagramDrawing | undefined> {
    try {
      if (this.isDisposed) return undefined;
      this.drawer ??= await this.loadDrawer();
      const drawing = readDrawing(await this.drawer.draw(source));
      this.recent.add(source, drawing);
      return drawing;
    } catch {
      // Without a picture, the text is shown: that is all there is to say.
      return undefined;
    } finally {
      this.waiting.delete(source);
    }
  }
}
