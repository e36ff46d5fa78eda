import type { Canvas } from '../base/canvas';
import { drawLabel, drawLine, fontSize, lineHeight } from '../base/label';
import { type Point, short, svg } from '../base/svg';
import { textWidth } from '../base/textWidth';
import { drawNode } from './drawNode';
import type { Graph } from './graph';
import { layOut } from './layOut';
import { drawLineEnd } from './lineEnds';
import type { PlacedEdge, PlacedGroup } from './placed';

/** A graph as a picture: groups lie below, then lines, what stands at lines, and nodes. */
export function drawGraph(graph: Graph): Canvas {
  const { nodes, edges, groups } = layOut(graph);
  const seen = edges.filter(({ line }) => line !== 'hidden');
  const body = [
    ...groups.map(drawGroup),
    ...seen.map(drawEdge),
    ...nodes.map(drawNode),
    ...seen.map(drawEdgeText),
  ].join('');
  const boxes = [...nodes, ...groups, ...seen.map(({ place, label }) => ({ ...label, ...place }))];
  const points = seen.flatMap((edge) => edge.points);
  return {
    left: Math.min(...boxes.map(({ x, width }) => x - width / 2), ...points.map(({ x }) => x)),
    top: Math.min(...boxes.map(({ y, height }) => y - height / 2), ...points.map(({ y }) => y)),
    right: Math.max(...boxes.map(({ x, width }) => x + width / 2), ...points.map(({ x }) => x)),
    bottom: Math.max(...boxes.map(({ y, height }) => y + height / 2), ...points.map(({ y }) => y)),
    body,
  };
}

function drawGroup({ x, y, width, height, label, paint }: PlacedGroup): string {
  const top = y - height / 2;
  const look = { class: paint?.fill ? 'group painted' : 'group', fill: paint?.fill, stroke: paint?.stroke };
  const text = paint?.text ? { class: 'painted', fill: paint.text } : {};
  const rect = svg('rect', { ...look, x: x - width / 2, y: top, width, height, rx: 4 });
  const title = x - width / 2 + 10 + label.width / 2;
  return rect + drawLabel(label, title, top + 6 + label.height / 2, { 'font-weight': '600', ...text });
}

function drawEdge({ points, line, fromEnd, toEnd }: PlacedEdge): string {
  const [first, second] = points;
  const [last, previous] = [points.at(-1), points.at(-2)];
  if (!first || !second || !last || !previous) return '';
  const path = svg('path', { class: line === 'solid' ? 'line' : `line ${line}`, d: curve(points) });
  return path + drawLineEnd(fromEnd, first, second) + drawLineEnd(toEnd, last, previous);
}

/** A curve from the first to the last point that bends near those between. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.pop();
  if (!first || !last) return '';
  const at = ({ x, y }: Point) => `${short(x)} ${short(y)}`;
  const bends = rest.map((point, index) => `Q${at(point)} ${at(middle(point, rest[index + 1] ?? last))}`);
  return `M${at(first)}${bends.join('')}L${at(last)}`;
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function drawEdgeText({ label, place, points, fromText, toText }: PlacedEdge): string {
  const { width, height } = label;
  const box = { x: place.x - width / 2 - 3, y: place.y - height / 2, width: width + 6, height, rx: 2 };
  const text =
    label.lines.length === 0 ? '' : svg('rect', { class: 'under', ...box }) + drawLabel(label, place.x, place.y);
  const ends = [drawEndText(fromText, points[0], points[1]), drawEndText(toText, points.at(-1), points.at(-2))];
  return text + ends.join('');
}

/** Beside the end of a line, and a little away from what the line ends at. */
function drawEndText(text: string | undefined, tip: Point | undefined, from: Point | undefined): string {
  if (text === undefined || text === '' || !tip || !from) return '';
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [ux, uy] = [(from.x - tip.x) / length, (from.y - tip.y) / length];
  const isUpright = Math.abs(uy) > Math.abs(ux);
  const y = isUpright ? tip.y + Math.sign(uy) * (lineHeight / 2 + 8) : tip.y - 10;
  const x = isUpright ? tip.x + ux * 16 + 9 : tip.x + Math.sign(ux) * (ux > 0 ? 18 : 18 + textWidth(text) * fontSize);
  return drawLine(text, x, y);
}
