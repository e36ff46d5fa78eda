import { Graph as Layout, layout } from '@dagrejs/dagre';
import { fontSize, lineHeight } from '../base/label';
import type { Point } from '../base/svg';
import { textWidth } from '../base/textWidth';
import type { Box } from './border';
import type { Graph, GraphEdge, GraphNode } from './graph';
import { nodeSize } from './nodeSize';

/** Where nodes and lines are to be. */
export interface Plan {
  /** The place of a node. */
  box(id: string): Box;
  /** What stands for a node or a group at the end of a line: the node itself, or one in the group. */
  leaf(id: string): string;
  /** The bends of a line, and the middle of its label. */
  line(index: number): { readonly bends: readonly Point[]; readonly place: Point | undefined };
  /** Everything goes from right to left, or from below, that dagre has put the other way round. */
  readonly isMirrored: boolean;
}

/** Plans a graph with dagre, which Mermaid does as well. */
export function makePlan({ direction, nodes, edges, groups }: Graph, leaves: ReadonlyMap<string, string>): Plan {
  const isSideways = direction === 'LR' || direction === 'RL';
  const plan = new Layout({ multigraph: true, compound: true });
  // Names of the plan are our own: those of a text may be anything, `__proto__` among it.
  const names = new Map([...groups, ...nodes].map(({ id }, at) => [id, `n${at}`]));
  const leaf = (id: string) => leaves.get(id) ?? id;
  const nameOf = (id: string) => names.get(id) ?? '';
  const room = groups.length > 0 ? 12 : 0;
  plan.setGraph({ rankdir: direction, nodesep: 36 + room, ranksep: (isSideways ? 50 : 42) + room, edgesep: 18 });
  for (const { id } of groups) plan.setNode(nameOf(id), { width: 0, height: 0 });
  for (const node of nodes) plan.setNode(nameOf(node.id), { ...turned(node, isSideways) });
  for (const { id, parent } of [...groups, ...nodes]) {
    if (parent !== undefined) plan.setParent(nameOf(id), nameOf(parent));
  }
  const lines = edges.map((edge, at) => [nameOf(leaf(edge.from)), nameOf(leaf(edge.to)), `e${at}`] as const);
  for (const [at, edge] of edges.entries()) {
    const [from = '', to = '', name = ''] = lines[at] ?? [];
    plan.setEdge(from, to, { ...edgeRoom(edge, isSideways) }, name);
  }
  layout(plan);

  const isMirrored = runsBackwards(edges, (id) => {
    const { x = 0, y = 0 } = plan.node(nameOf(leaf(id)));
    return isSideways ? y : x;
  });
  const turn = ({ x, y }: Point): Point => {
    if (!isMirrored) return { x, y };
    return isSideways ? { x, y: -y } : { x: -x, y };
  };
  return {
    isMirrored,
    leaf,
    box: (id) => {
      const { x = 0, y = 0, width, height } = plan.node(nameOf(id));
      return { ...turn({ x, y }), width, height };
    },
    line: (index) => {
      const [from = '', to = '', name = ''] = lines[index] ?? [];
      const { points = [], x, y } = plan.edge(from, to, name);
      // The first and the last point are where dagre's boxes end, and not our shapes.
      const bends = points.slice(1, -1).map(turn);
      return { bends, place: x === undefined || y === undefined ? undefined : turn({ x, y }) };
    },
  };
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
