import type { Point } from '../base/svg';
import type { Shape } from './graph';
import type { Size } from './nodeSize';

/** A box by its middle. */
export type Box = Point & Size;

/** Where the way from the middle of a shape to a place outside crosses its border. */
export function borderPoint(box: Box, shape: Shape, towards: Point): Point {
  const [dx, dy] = [towards.x - box.x, towards.y - box.y];
  if (dx === 0 && dy === 0) return box;
  const share = shareInside(Math.abs(dx) / (box.width / 2), Math.abs(dy) / (box.height / 2), shape);
  return { x: box.x + dx * share, y: box.y + dy * share };
}

/** `x` and `y` are how far the place is away, in halves of the shape. */
function shareInside(x: number, y: number, shape: Shape): number {
  switch (shape) {
    case 'diamond':
      return 1 / (x + y);
    case 'circle':
    case 'doubleCircle':
    case 'ellipse':
    case 'start':
    case 'end':
      return 1 / Math.hypot(x, y);
    default:
      return 1 / Math.max(x, y);
  }
}

/** Cuts off what of a line lies within the box, at its beginning. */
export function leaveBox(points: readonly Point[], box: Box): readonly Point[] {
  const outside = points.findIndex((point) => !isWithin(point, box));
  const [inner, outer] = [points[outside - 1], points[outside]];
  if (!inner || !outer) return points;
  return [crossing(inner, outer, box), ...points.slice(outside)];
}

export function isWithin({ x, y }: Point, box: Box): boolean {
  return Math.abs(x - box.x) <= box.width / 2 && Math.abs(y - box.y) <= box.height / 2;
}

function crossing(inner: Point, outer: Point, box: Box): Point {
  const shares = [shareTo(inner.x, outer.x, box.x, box.width / 2), shareTo(inner.y, outer.y, box.y, box.height / 2)];
  const share = Math.min(1, ...shares);
  return { x: inner.x + (outer.x - inner.x) * share, y: inner.y + (outer.y - inner.y) * share };
}

/** Which share of the way from `from` to `to` it is to the border of a span. */
function shareTo(from: number, to: number, middle: number, half: number): number {
  if (from === to) return 1;
  return ((to > from ? middle + half : middle - half) - from) / (to - from);
}
