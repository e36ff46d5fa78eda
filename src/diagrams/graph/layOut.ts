import { Graph as Layout, layout } from '@dagrejs/dagre';
import { fontSize, lineHeight } from '../label';
import type { Point } from '../svg';
import { textWidth } from '../textWidth';
import { type Box, borderPoint, leaveBox } from './border';
import type { Graph, GraphEdge, GraphGroup, GraphNode } from './graph';
import { nodeSize } from './nodeSize';
import { placeGroups } from './placeGroups';

export type PlacedNode = GraphNode & Box;
export type PlacedGroup = GraphGroup & Box;
export interface PlacedEdge extends GraphEdge {
  readonly points: readonly Point[];
  /** The middle of its label. */
  readonly place: Point;
}

export interface PlacedGraph {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly groups: readonly PlacedGroup[];
}

/** Gives everything its place. The layout is dagre's, which Mermaid draws with as well. */
export function layOut(graph: Graph): PlacedGraph {
  const { direction, nodes, edges, groups } = graph;
  const isSideways = direction === 'LR' || direction === 'RL';
  const plan = new Layout({ multigraph: true, compound: true });
  // Names of the plan are our own: those of a text may be anything, `__proto__` among it.
  const names = new Map([...groups, ...nodes].map(({ id }, at) => [id, `n${at}`]));
  const nameOf = (id: string) => names.get(id) ?? '';
  const room = groups.length > 0 ? 12 : 0;
  plan.setGraph({ rankdir: direction, nodesep: 36 + room, ranksep: (isSideways ? 50 : 42) + room, edgesep: 18 });
  for (const { id } of groups) plan.setNode(nameOf(id), { width: 0, height: 0 });
  for (const node of nodes) plan.setNode(nameOf(node.id), { ...turned(node, isSideways) });
  for (const { id, parent } of [...groups, ...nodes])
    if (parent !== undefined) plan.setParent(nameOf(id), nameOf(parent));
  const leaves = leafOfGroup(graph);
  for (const [at, edge] of edges.entries()) {
    const [from, to] = [leaves.get(edge.from) ?? edge.from, leaves.get(edge.to) ?? edge.to];
    plan.setEdge(nameOf(from), nameOf(to), { ...edgeRoom(edge, isSideways) }, `e${at}`);
  }
  layout(plan);

  const isMirrored = runsBackwards(edges, (id) => {
    const { x = 0, y = 0 } = plan.node(nameOf(leaves.get(id) ?? id));
    return isSideways ? y : x;
  });
  const turn = ({ x, y }: Point): Point => {
    if (!isMirrored) return { x, y };
    return isSideways ? { x, y: -y } : { x: -x, y };
  };
  const boxOf = (id: string): Box => {
    const { x = 0, y = 0, width, height } = plan.node(nameOf(id));
    return { ...turn({ x, y }), width, height };
  };
  const placedNodes = nodes.map((node): PlacedNode => ({ ...node, ...boxOf(node.id) }));
  const placedGroups = placeGroups(groups, placedNodes);
  const boxes = new Map<string, PlacedNode | PlacedGroup>(
    [...placedNodes, ...placedGroups].map((box) => [box.id, box]),
  );
  const placedEdges = edges.map((edge, at): PlacedEdge => {
    const [from, to] = [leaves.get(edge.from) ?? edge.from, leaves.get(edge.to) ?? edge.to];
    const { points = [], x, y } = plan.edge(nameOf(from), nameOf(to), `e${at}`);
    const place = x !== undefined && y !== undefined ? turn({ x, y }) : undefined;
    const own = boxes.get(from);
    if (from === to && own) {
      const side = isMirrored ? -1 : 1;
      return { ...edge, points: loopAt(own, isSideways, side), place: place ?? own };
    }
    const inner = points.slice(1, -1).map(turn);
    const ended = [end(own, inner[0]), ...inner, end(boxes.get(to), inner.at(-1))];
    const line = trim(ended, edge.from === from ? undefined : boxes.get(edge.from));
    const whole = trim(line.toReversed(), edge.to === to ? undefined : boxes.get(edge.to)).toReversed();
    return { ...edge, points: whole, place: place ?? middleOf(whole) };
  });
  return { nodes: placedNodes, edges: placedEdges, groups: placedGroups };
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

function turned(node: GraphNode, isSideways: boolean) {
  const { width, height } = nodeSize(node);
  return node.shape === 'bar' && isSideways ? { width: height, height: width } : { width, height };
}

function edgeRoom({ label, length, fromText, toText }: GraphEdge, isSideways: boolean) {
  const ends = Math.max(textWidth(fromText ?? ''), textWidth(toText ?? '')) * fontSize;
  // Beside the line there has to be room for what stands at its ends, and along it as well.
  const minlen = length + (ends > 0 && isSideways ? 1 : 0);
  if (label.lines.length === 0)
    return { minlen, width: ends, height: ends > 0 ? lineHeight : 0, labelpos: 'c' } as const;
  return { minlen, width: Math.max(label.width + 12, ends), height: label.height + 4, labelpos: 'c' } as const;
}

function end(box: PlacedNode | PlacedGroup | undefined, towards: Point | undefined): Point {
  if (!box) return towards ?? { x: 0, y: 0 };
  return towards ? borderPoint(box, 'shape' in box ? box.shape : 'box', towards) : box;
}

/** Whether what is named first stands last more often than not, `at` being a node's place from side to side. */
function runsBackwards(edges: readonly GraphEdge[], at: (id: string) => number): boolean {
  let order = 0;
  for (const [index, { from, to }] of edges.entries()) {
    const next = edges[index + 1];
    if (next?.from === from && next.to !== to) order += Math.sign(at(next.to) - at(to));
    if (next?.to === to && next.from !== from) order += Math.sign(at(next.from) - at(from));
  }
  return order < 0;
}

/** From a side of the box and back to it, where the plan has kept room. */
function loopAt({ x, y, width, height }: Box, isSideways: boolean, side: 1 | -1): readonly Point[] {
  const reach = side * 26;
  const edge = side * (isSideways ? height / 2 : width / 2);
  const away = (out: number, along: number): Point =>
    isSideways ? { x: x + along, y: y + out } : { x: x + out, y: y + along };
  return [away(edge, -8), away(edge + reach, -16), away(edge + reach, 16), away(edge, 8)];
}

function trim(points: readonly Point[], group: Box | undefined): readonly Point[] {
  return group ? leaveBox(points, group) : points;
}

function middleOf(points: readonly Point[]): Point {
  return points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
}
