import type { DiagramDrawing } from '../../protocol/diagrams';

/** Characters of sources and drawings together. */
const mostChars = 3_000_000;
const mostDrawings = 200;

/** Drawings that were asked for last, and texts that are known not to have one. */
export class RecentDrawings {
  private readonly drawings = new Map<string, DiagramDrawing | undefined>();
  private chars = 0;

  has(source: string): boolean {
    return this.drawings.has(source);
  }

  get(source: string): DiagramDrawing | undefined {
    const drawing = this.drawings.get(source);
    if (this.drawings.delete(source)) this.drawings.set(source, drawing);
    return drawing;
  }

  add(source: string, drawing: DiagramDrawing | undefined): void {
    this.remove(source);
    this.drawings.set(source, drawing);
    this.chars += charsOf(source, drawing);
    for (const oldest of this.drawings.keys()) {
      if (this.chars <= mostChars && this.drawings.size <= mostDrawings) return;
      this.remove(oldest);
    }
  }

  private remove(source: string): void {
    if (!this.drawings.has(source)) return;
    this.chars -= charsOf(source, this.drawings.get(source));
    this.drawings.delete(source);
  }
}

function charsOf(source: string, drawing: DiagramDrawing | undefined): number {
  return source.length + (drawing?.body.length ?? 0);
}
