import { readLabel } from '../base/label';
import { NotDrawable } from '../base/notDrawable';
import type { Scanner } from '../base/scanner';
import type { GraphLine, LineEnd } from '../graph/graph';
import type { GraphBuilder } from '../graph/graphBuilder';
import { readShape } from './readShape';

/** A dash or a dot within a name has more of the name behind it; before an arrow it has not. */
const nodeName = /[\p{L}\p{N}_]+(?:[-./][\p{L}\p{N}_]+)*/uy;
const wholeLink = /([<ox])?(--+[-xo>]|==+[=xo>]|-\.+-[xo>]?|~~~+)/y;
const openLink = /([<ox])?(--|==|-\.)/y;
const blanks = /[ \t]*/y;

/** `A[One] & B -->|then| C`: nodes, and the lines from each to the next. False if there is no node. */
export function readChain(text: Scanner, graph: GraphBuilder): boolean {
  let from = readNodes(text, graph);
  if (!from) return false;
  for (let link = readLink(text); link; link = readLink(text)) {
    // Behind a line, the chain may go on below.
    text.take(/\s*/y);
    const to = readNodes(text, graph);
    if (!to) throw new NotDrawable('a line that leads nowhere');
    for (const start of from) for (const end of to) graph.edge({ ...link, from: start, to: end });
    from = to;
  }
  return true;
}

function readNodes(text: Scanner, graph: GraphBuilder): readonly string[] | undefined {
  const ids: string[] = [];
  do {
    const [id] = text.take(nodeName) ?? [];
    if (id === undefined) break;
    readShape(text, graph, id);
    const [, className] = text.take(/:::([\p{L}\p{N}_-]+)/uy) ?? [];
    if (className !== undefined) graph.giveClass(id, className);
    ids.push(id);
  } while (text.take(/\s*&\s*/y));
  return ids.length === 0 ? undefined : ids;
}

function readLink(text: Scanner): GraphLine | undefined {
  text.take(blanks);
  const [, start, mark] = text.take(wholeLink) ?? [];
  if (mark !== undefined) {
    text.take(blanks);
    const [, label = ''] = text.take(/\|("[^"]*"|[^|\n]*)\|/y) ?? [];
    return linkOf(start, mark, label);
  }
  const [, from, opening] = text.take(openLink) ?? [];
  if (opening === undefined) return undefined;
  text.take(blanks);
  const [quoted = ''] = text.take(/"[^"]*"/y) ?? [];
  const [rest, closing] = text.takeUpTo(closings[opening] ?? closings['--'] ?? /$/);
  return linkOf(from, opening === '-.' ? `-${closing}` : closing, quoted + rest);
}

const closings: Readonly<Record<string, RegExp>> = {
  '--': /--+[-xo>]/,
  '==': /==+[=xo>]/,
  '-.': /\.+-[xo>]?/,
};

function linkOf(start: string | undefined, mark: string, label: string): GraphLine {
  const isDotted = mark.includes('.');
  const body = mark.replace(/[xo>]$/, '');
  const end = mark.slice(body.length);
  const line = mark.startsWith('~') ? 'hidden' : isDotted ? 'dotted' : mark.startsWith('=') ? 'thick' : 'solid';
  const dashes = isDotted ? body.replace(/[^.]/g, '').length : body.length - (end === '' ? 2 : 1);
  return {
    label: readLabel(label, 200),
    line,
    fromEnd: endOf(start ?? ''),
    toEnd: endOf(end),
    length: Math.min(Math.max(1, dashes), 10),
  };
}

function endOf(mark: string): LineEnd {
  switch (mark) {
    case '<':
    case '>':
      return 'arrow';
    case 'o':
      return 'circle';
    case 'x':
      return 'cross';
    default:
      return 'none';
  }
}
