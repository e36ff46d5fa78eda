import { drawLabel } from '../base/label';
import { type Point, pointList, svg } from '../base/svg';
import { drawTable } from './drawTable';
import type { PlacedNode } from './placed';

/** A node: its shape, and the text in it. */
export function drawNode(node: PlacedNode): string {
  const { x, y, shape, label, paint } = node;
  if (node.table) return drawTable(node, node.table);
  if (shape === 'start' || shape === 'end' || shape === 'bar') return drawMark(node);
  const colors = { fill: paint?.fill, stroke: paint?.stroke };
  const look = { class: paint?.fill ? 'box painted' : shape === 'note' ? 'note' : 'box', ...colors };
  const middle = shape === 'cylinder' ? y + 5 : y;
  const text = drawLabel(label, x, middle, paint?.text ? { class: 'painted', fill: paint.text } : {});
  return outline(node, look) + text;
}

type Look = Readonly<Record<string, string | undefined>>;

function outline(node: PlacedNode, look: Look): string {
  const { x, y, width, height, shape } = node;
  const [w, h] = [width / 2, height / 2];
  const rect = (rx: number) => svg('rect', { ...look, x: x - w, y: y - h, width, height, rx });
  const polygon = (...corners: readonly (readonly [dx: number, dy: number])[]) =>
    svg('polygon', { ...look, points: pointList(corners.map(([dx, dy]): Point => ({ x: x + dx, y: y + dy }))) });
  const lean = h * 0.8;
  switch (shape) {
    case 'rounded':
      return rect(8);
    case 'stadium':
      return rect(h);
    case 'circle':
      return svg('circle', { ...look, cx: x, cy: y, r: w });
    case 'doubleCircle':
      return svg('circle', { ...look, cx: x, cy: y, r: w }) + svg('circle', { ...look, cx: x, cy: y, r: w - 5 });
    case 'ellipse':
      return svg('ellipse', { ...look, cx: x, cy: y, rx: w, ry: h });
    case 'diamond':
      return polygon([0, -h], [w, 0], [0, h], [-w, 0]);
    case 'hexagon':
      return polygon([-w + lean, -h], [w - lean, -h], [w, 0], [w - lean, h], [-w + lean, h], [-w, 0]);
    case 'leanRight':
      return polygon([-w + lean, -h], [w, -h], [w - lean, h], [-w, h]);
    case 'leanLeft':
      return polygon([-w, -h], [w - lean, -h], [w, h], [-w + lean, h]);
    case 'trapezoid':
      return polygon([-w + lean, -h], [w - lean, -h], [w, h], [-w, h]);
    case 'flippedTrapezoid':
      return polygon([-w, -h], [w, -h], [w - lean, h], [-w + lean, h]);
    case 'flag':
      return polygon([-w, -h], [w, -h], [w, h], [-w, h], [-w + 14, 0]);
    case 'subroutine':
      return rect(0) + svg('rect', { ...look, x: x - w + 8, y: y - h, width: width - 16, height });
    case 'cylinder':
      return cylinder(node, look);
    default:
      return rect(shape === 'note' ? 0 : 3);
  }
}

function cylinder({ x, y, width, height }: PlacedNode, look: Look): string {
  const [w, h, bend] = [width / 2, height / 2, 7];
  const side = `M${x - w} ${y - h + bend}V${y + h - bend}A${w} ${bend} 0 0 0 ${x + w} ${y + h - bend}V${y - h + bend}`;
  return svg('path', { ...look, d: side }) + svg('ellipse', { ...look, cx: x, cy: y - h + bend, rx: w, ry: bend });
}

function drawMark({ x, y, width, height, shape }: PlacedNode): string {
  if (shape === 'bar') return svg('rect', { class: 'mark', x: x - width / 2, y: y - height / 2, width, height });
  if (shape === 'start') return svg('circle', { class: 'mark', cx: x, cy: y, r: 8 });
  return (
    svg('circle', { class: 'hollow', cx: x, cy: y, r: 8 }) + svg('circle', { class: 'mark', cx: x, cy: y, r: 4.5 })
  );
}
