import { type Point, pointList, svg } from '../base/svg';
import type { LineEnd } from './graph';

/** What stands at the end of a line that comes from `from` and ends at `tip`. */
export function drawLineEnd(end: LineEnd, tip: Point, from: Point): string {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  /** `back` pixels before the tip, `aside` pixels beside the line. */
  const at = (back: number, aside = 0): Point => ({
    x: tip.x - ux * back - uy * aside,
    y: tip.y - uy * back + ux * aside,
  });
  const stroke = (...points: readonly Point[]) => svg('polyline', { class: 'line', points: pointList(points) });
  const shape = (name: string, ...points: readonly Point[]) =>
    svg('polygon', { class: name, points: pointList(points) });
  const ring = (back: number) => svg('circle', { class: 'hollow', cx: at(back).x, cy: at(back).y, r: 4 });
  const bar = (back: number) => stroke(at(back, -6), at(back, 6));
  const foot = [stroke(at(0, -6), at(11), at(0, 6)), stroke(at(0), at(11))].join('');
  switch (end) {
    case 'none':
      return '';
    case 'arrow':
      return shape('head', at(0), at(9, -4), at(9, 4));
    case 'open':
      return stroke(at(8, -5), at(0), at(8, 5));
    case 'circle':
      return svg('circle', { class: 'hollow', cx: at(4).x, cy: at(4).y, r: 4 });
    case 'cross':
      return stroke(at(2, -5), at(12, 5)) + stroke(at(2, 5), at(12, -5));
    case 'triangle':
      return shape('hollow', at(0), at(13, -7), at(13, 7));
    case 'diamond':
      return shape('hollow', at(0), at(8, -5), at(16), at(8, 5));
    case 'filledDiamond':
      return shape('head', at(0), at(8, -5), at(16), at(8, 5));
    case 'one':
      return bar(5) + bar(9);
    case 'zeroOrOne':
      return bar(5) + ring(13);
    case 'oneOrMore':
      return foot + bar(14);
    case 'zeroOrMore':
      return foot + ring(16);
  }
}
