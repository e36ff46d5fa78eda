import { NotDrawable } from '../base/notDrawable';
import type { DiagramSource } from '../base/readSource';
import { Scanner } from '../base/scanner';
import { type Graph, readDirection } from '../graph/graph';
import { GraphBuilder } from '../graph/graphBuilder';
import { readChain } from './readChain';

/** Between statements. */
const gap = /[\s;]+/y;
/** What says how something looks that is no part of the picture here, or what happens at a click. */
const unseen = /(?:linkStyle|click|href)[ \t][^\n;]*/y;

/** Reads a flowchart, and everything it says. */
export function readFlowchart({ header, body }: DiagramSource): Graph {
  const graph = new GraphBuilder();
  const direction = readDirection(header.replace(/^-elk\b/, '').trim());
  if (!direction) throw new NotDrawable('unknown direction');
  graph.direction = direction;
  const text = new Scanner(body);
  text.take(gap);
  while (!text.isAtEnd) {
    if (!readOrder(text, graph) && !readChain(text, graph)) throw new NotDrawable('unknown statement');
    if (!text.isAtEnd && !text.take(gap)) throw new NotDrawable('something behind a statement');
  }
  return graph.finish();
}

/** A statement that begins with a word of the language. */
function readOrder(text: Scanner, graph: GraphBuilder): boolean {
  if (text.take(/subgraph(?=[\s"])/y)) openGroup(text, graph);
  else if (text.take(/end(?=\s|;|$)/y)) graph.closeGroup();
  // dagre lays out all groups in one direction, which changes no more than where things are.
  else if (text.take(/direction[ \t]+(?:TB|TD|BT|RL|LR)(?=\s|;|$)/y) || text.take(unseen)) return true;
  else return readLook(text, graph);
  return true;
}

function readLook(text: Scanner, graph: GraphBuilder): boolean {
  const [kind, names = '', value = ''] = (
    text.take(/(classDef|class|style)[ \t]+([\p{L}\p{N}_.-]+(?:[ \t]*,[ \t]*[\p{L}\p{N}_.-]+)*)[ \t]+([^\n;]+)/uy) ?? []
  ).slice(1);
  if (kind === 'classDef') graph.defineClass(names, value);
  else if (kind === 'class') graph.giveClass(names, value.trim());
  else if (kind === 'style') graph.paint(names, value);
  return kind !== undefined;
}

/** `subgraph id [Title]`, `subgraph "Title"`, or `subgraph Title in words`. */
function openGroup(text: Scanner, graph: GraphBuilder): void {
  text.take(/[ \t]*/y);
  const [, id] = text.take(/([\p{L}\p{N}_.-]+)[ \t]*(?=\[)/uy) ?? [];
  if (id !== undefined) {
    graph.openGroup(id, text.takeBracketed('[', ']'));
    return;
  }
  const [title = ''] = text.take(/"[^"]*"|[^\n;]*/y) ?? [];
  const name = title.replace(/^"(.*)"$/s, '$1').trim();
  graph.openGroup(name, title);
}
