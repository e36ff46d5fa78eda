import { type Label, readLabel } from '../base/label';
import { NotDrawable } from '../base/notDrawable';
import { type Paint, readPaint } from '../base/paint';
import type { Direction, Graph, GraphEdge, GraphNode, Shape, Table } from './graph';

/** More is not laid out in the time there is, and not read by anybody. */
const mostNodes = 300;
const mostEdges = 600;
const widestDiamondText = 150;

interface BuiltNode {
  readonly id: string;
  shape: Shape;
  label: string | undefined;
  table?: Table;
  parent: string | undefined;
}

interface BuiltGroup {
  readonly id: string;
  readonly title: string;
  readonly parent: string | undefined;
}

/** Gathers a graph in the order in which its text tells of it. */
export class GraphBuilder {
  direction: Direction = 'TB';
  private readonly nodes = new Map<string, BuiltNode>();
  private readonly edges: GraphEdge[] = [];
  private readonly groups = new Map<string, BuiltGroup>();
  private readonly open: string[] = [];
  private readonly classes = new Map<string, Paint>();
  private readonly classOf = new Map<string, string>();
  private readonly paints = new Map<string, Paint>();

  get group(): string | undefined {
    return this.open.at(-1);
  }

  /** Mentions a node, which may be the first time. Without a label it keeps the one it has, or shows its id. */
  node(id: string, label?: string, shape?: Shape): void {
    const node = this.nodes.get(id) ?? { id, shape: 'box', label: undefined, parent: undefined };
    this.nodes.set(id, node);
    if (this.nodes.size > mostNodes) throw new NotDrawable('too many nodes');
    node.parent ??= this.group;
    if (label !== undefined) node.label = label;
    if (shape) node.shape = shape;
  }

  table(id: string, table: Table): void {
    this.node(id);
    const node = this.nodes.get(id);
    if (node) node.table = table;
  }

  has(id: string): boolean {
    return this.nodes.has(id) || this.groups.has(id);
  }

  edge(edge: GraphEdge): void {
    this.edges.push(edge);
    if (this.edges.length > mostEdges) throw new NotDrawable('too many lines');
  }

  openGroup(id: string, title: string): void {
    if (this.groups.has(id)) throw new NotDrawable('a group with two beginnings');
    this.groups.set(id, { id, title, parent: this.group });
    this.open.push(id);
  }

  closeGroup(): void {
    if (this.open.pop() === undefined) throw new NotDrawable('an end of nothing');
  }

  defineClass(names: string, properties: string): void {
    const paint = readPaint(properties);
    for (const name of names.split(',')) this.classes.set(name.trim(), paint);
  }

  giveClass(ids: string, name: string): void {
    for (const id of ids.split(',')) this.classOf.set(id.trim(), name);
  }

  paint(ids: string, properties: string): void {
    const paint = readPaint(properties);
    for (const id of ids.split(',')) this.paints.set(id.trim(), paint);
  }

  finish(): Graph {
    if (this.open.length > 0) throw new NotDrawable('a group without an end');
    for (const { from, to } of this.edges) {
      if (this.isWithin(from, to) || this.isWithin(to, from)) throw new NotDrawable('a line from a group into itself');
    }
    const nodes = [...this.nodes.values()].filter(({ id }) => !this.groups.has(id));
    const filled = new Set([...nodes, ...this.groups.values()].map(({ parent }) => parent));
    const groups = [...this.groups.values()];
    const empty = groups.filter(({ id }) => !filled.has(id));
    const all = [...nodes.map((node) => this.finishNode(node)), ...empty.map((group) => this.emptyGroup(group))];
    if (all.length === 0) throw new NotDrawable('nothing to draw');
    return {
      direction: this.direction,
      nodes: all,
      edges: this.edges,
      groups: groups
        .filter(({ id }) => filled.has(id))
        .map(({ id, title, parent }) => ({ id, label: readLabel(title, 400), parent, ...this.paintOf(id) })),
    };
  }

  /** Whether a node or group is the other group, or in it. */
  private isWithin(id: string, group: string): boolean {
    if (!this.groups.has(group)) return false;
    let at: string | undefined = id;
    while (at !== undefined && at !== group) at = this.groups.get(at)?.parent ?? this.nodes.get(at)?.parent;
    return at === group;
  }

  private finishNode({ id, shape, label, table, parent }: BuiltNode): GraphNode {
    const read = readLabel(label ?? id, shape === 'diamond' ? widestDiamondText : undefined);
    return { id, shape, label: read, parent, ...(table && { table }), ...this.paintOf(id) };
  }

  private emptyGroup({ id, title, parent }: BuiltGroup): GraphNode {
    const label: Label = readLabel(title);
    return { id, shape: 'box', label, parent, ...this.paintOf(id) };
  }

  private paintOf(id: string): { readonly paint?: Paint } {
    const paint = {
      ...this.classes.get('default'),
      ...this.classes.get(this.classOf.get(id) ?? ''),
      ...this.paints.get(id),
    };
    return Object.keys(paint).length === 0 ? {} : { paint };
  }
}
