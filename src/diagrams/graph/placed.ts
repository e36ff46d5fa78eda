import type { Point } from '../base/svg';
import type { Box } from './border';
import type { GraphEdge, GraphGroup, GraphNode } from './graph';

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
