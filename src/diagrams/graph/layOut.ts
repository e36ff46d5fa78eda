import type { Point } from '../base/svg';
import { type Box, borderPoint, isWithin, leaveBox } from './border';
import type { Graph, GraphEdge } from './graph';
import type { PlacedEdge, PlacedGraph, PlacedGroup, PlacedNode } from './placed';
import { placeGroups } from './placeGroups';
import { makePlan, type Plan } from './plan';

/** Gives everything its place. */
export function layOut(graph: Graph): PlacedGraph {
  const plan = makePlan(graph, leafOfGroup(graph));
  const nodes = graph.nodes.map((node): PlacedNode => ({ ...node, ...plan.box(node.id) }));
  const groups = placeGroups(graph.groups, nodes);
  const boxes = new Map<string, PlacedNode | PlacedGroup>([...nodes, ...groups].map((box) => [box.id, box]));
  const isSideways = graph.direction === 'LR' || graph.direction === 'RL';
  const edges = graph.edges.map((edge, at) => placeEdge(edge, plan.line(at), boxes, plan, isSideways));
  return { nodes, edges, groups };
}

function placeEdge(
  edge: GraphEdge,
  { bends, place }: ReturnType<Plan['line']>,
  boxes: ReadonlyMap<string, PlacedNode | PlacedGroup>,
  plan: Plan,
  isSideways: boolean,
): PlacedEdge {
  const [from, to] = [boxes.get(plan.leaf(edge.from)), boxes.get(plan.leaf(edge.to))];
  if (from && from === to) {
    return { ...edge, points: loopAt(from, isSideways, plan.isMirrored ? -1 : 1), place: place ?? from };
  }
  const ended = [end(from, bends[0] ?? to), ...bends, end(to, bends.at(-1) ?? from)];
  const [fromGroup, toGroup] = [boxes.get(edge.from), boxes.get(edge.to)];
  const begun = fromGroup && fromGroup !== from ? leaveBox(ended, fromGroup) : ended;
  const points = toGroup && toGroup !== to ? leaveBox(begun.toReversed(), toGroup).toReversed() : begun;
  // In a group at its end, what is written at a line would stand where there is no line any more.
  const isInGroup = place && [fromGroup, toGroup].some((box) => box && isWithin(place, box));
  return { ...edge, points, place: place && !isInGroup ? place : middleOf(points) };
}

/** A line cannot end at a group in the plan: it ends at something within, and is cut off at the border then. */
function leafOfGroup({ nodes, groups }: Graph): ReadonlyMap<string, string> {
  const leaves = new Map<string, string>();
  const parents = new Map(groups.map(({ id, parent }) => [id, parent]));
  for (const node of nodes) {
    for (let at = node.parent; at !== undefined && !leaves.has(at); at = parents.get(at)) leaves.set(at, node.id);
  }
  return leaves;
}

function end(box: PlacedNode | PlacedGroup | undefined, towards: Point | undefined): Point {
  if (!box) return towards ?? { x: 0, y: 0 };
  return towards ? borderPoint(box, 'shape' in box ? box.shape : 'box', towards) : box;
}

/** Half the way along a line. */
function middleOf(points: readonly Point[]): Point {
  const lengths = points.slice(1).map(({ x, y }, at) => Math.hypot(x - (points[at]?.x ?? x), y - (points[at]?.y ?? y)));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [points[at], points[at + 1]];
    if (from && to && left <= length) {
      const share = length === 0 ? 0 : left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
  }
  return points[0] ?? { x: 0, y: 0 };
}

/** From a side of the box and back to it, where the plan has kept room. */
function loopAt({ x, y, width, height }: Box, isSideways: boolean, side: 1 | -1): readonly Point[] {
  const reach = side * 26;
  const edge = side * (isSideways ? height / 2 : width / 2);
  const away = (out: number, along: number): Point =>
    isSideways ? { x: x + along, y: y + out } : { x: x + out, y: y + along };
  return [away(edge, -8), away(edge + reach, -16), away(edge + reach, 16), away(edge, 8)];
}
