import type { Scanner } from '../base/scanner';
import type { Shape } from '../graph/graph';
import type { GraphBuilder } from '../graph/graphBuilder';

/** Shapes within a pair of brackets, by the second pair: the longer ones first. */
const inSquare: readonly (readonly [open: string, close: string, shape: Shape])[] = [
  ['[', ']', 'subroutine'],
  ['(', ')', 'cylinder'],
  ['/', '/', 'leanRight'],
  ['\\', '\\', 'leanLeft'],
  ['/', '\\', 'trapezoid'],
  ['\\', '/', 'flippedTrapezoid'],
];
const inRound: typeof inSquare = [
  ['((', '))', 'doubleCircle'],
  ['(', ')', 'circle'],
  ['[', ']', 'stadium'],
  ['-', '-', 'ellipse'],
];
const inCurly: typeof inSquare = [['{', '}', 'hexagon']];

/** Reads what stands behind the id of a node: its shape with the text in it, or nothing. */
export function readShape(text: Scanner, graph: GraphBuilder, id: string): void {
  if (text.take(/[ \t]*(?=\[)/y)) give(text.takeBracketed('[', ']'), inSquare, 'box');
  else if (text.take(/[ \t]*(?=\()/y)) give(text.takeBracketed('(', ')'), inRound, 'rounded');
  else if (text.take(/[ \t]*(?=\{)/y)) give(text.takeBracketed('{', '}'), inCurly, 'diamond');
  else if (text.take(/(?=>)/y)) give(text.takeBracketed('>', ']'), [], 'flag');
  else graph.node(id);

  function give(inner: string, shapes: typeof inSquare, plain: Shape): void {
    for (const [open, close, shape] of shapes) {
      if (inner.length < open.length + close.length || !inner.startsWith(open) || !inner.endsWith(close)) continue;
      graph.node(id, inner.slice(open.length, -close.length), shape);
      return;
    }
    graph.node(id, inner, plain);
  }
}
