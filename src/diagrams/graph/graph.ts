import type { Label } from '../base/label';
import type { Paint } from '../base/paint';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

export type Shape =
  | 'box'
  | 'rounded'
  | 'stadium'
  | 'circle'
  | 'doubleCircle'
  | 'ellipse'
  | 'subroutine'
  | 'cylinder'
  | 'diamond'
  | 'hexagon'
  | 'flag'
  | 'leanRight'
  | 'leanLeft'
  | 'trapezoid'
  | 'flippedTrapezoid'
  | 'note'
  /** Where states begin and end, and the bar at which they part and meet. */
  | 'start'
  | 'end'
  | 'bar';

/** What stands at the end of a line. The last four are how many of an entity there are. */
export type LineEnd =
  | 'none'
  | 'arrow'
  | 'open'
  | 'circle'
  | 'cross'
  | 'triangle'
  | 'diamond'
  | 'filledDiamond'
  | 'one'
  | 'zeroOrOne'
  | 'oneOrMore'
  | 'zeroOrMore';

/** A box with a heading and rows below it: a class or an entity. */
export interface Table {
  readonly heading: Label;
  /** What stands above the heading, such as `«interface»`. */
  readonly kind: string;
  /** Groups of rows, each row a list of cells. A rule parts the groups. */
  readonly sections: readonly (readonly Row[])[];
}

export interface Row {
  readonly cells: readonly string[];
  readonly isStatic?: boolean;
  readonly isAbstract?: boolean;
}

export interface GraphNode {
  readonly id: string;
  readonly shape: Shape;
  readonly label: Label;
  readonly table?: Table;
  readonly parent: string | undefined;
  readonly paint?: Paint;
}

export interface GraphEdge extends GraphLine {
  readonly from: string;
  readonly to: string;
}

/** What a line looks like, wherever it leads. */
export interface GraphLine {
  readonly label: Label;
  readonly line: 'solid' | 'dotted' | 'thick' | 'hidden';
  readonly fromEnd: LineEnd;
  readonly toEnd: LineEnd;
  /** What stands beside the ends, such as `1..*`. */
  readonly fromText?: string;
  readonly toText?: string;
  /** How many ranks it spans at least. */
  readonly length: number;
}

export interface GraphGroup {
  readonly id: string;
  readonly label: Label;
  readonly parent: string | undefined;
  readonly paint?: Paint;
}

/** What is drawn, before anything has a place. */
export interface Graph {
  readonly direction: Direction;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly groups: readonly GraphGroup[];
}

export function readDirection(text: string): Direction | undefined {
  const name = text.toUpperCase();
  if (name === '' || name === 'TD') return 'TB';
  return name === 'TB' || name === 'BT' || name === 'LR' || name === 'RL' ? name : undefined;
}
