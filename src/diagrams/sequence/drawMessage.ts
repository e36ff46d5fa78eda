import { drawLabel, drawLine, labelOf, readLabel } from '../base/label';
import { pointList, svg } from '../base/svg';
import { drawLineEnd } from '../graph/lineEnds';
import { loopWidth } from './columns';
import type { Message } from './sequence';

/** How far something reaches to both sides. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

export interface Drawn extends Span {
  readonly bottom: number;
  readonly body: string;
}

/** A message with its text above the line. `edgeOf` says where the line of an actor is met from another one. */
export function drawMessage(message: Message, edgeOf: (id: string, towards: string) => number, top: number): Drawn {
  const { from, to, isDotted, head, isTwoWay, number } = message;
  const label = readLabel(message.text);
  const numbered = number === undefined ? '' : `${number}`;
  const text = numbered === '' ? label : labelOf([`${numbered}. ${label.lines[0] ?? ''}`, ...label.lines.slice(1)]);
  const [start, end] = [edgeOf(from, to), edgeOf(to, from)];
  const look = isDotted ? 'line dotted' : 'line';
  if (from === to) {
    const y = top + 8;
    const bottom = y + Math.max(24, text.height);
    const right = start + loopWidth;
    const points = [
      { x: start, y },
      { x: right, y },
      { x: right, y: bottom },
      { x: start, y: bottom },
    ];
    const loop = svg('polyline', { class: look, points: pointList(points) });
    const lines = text.lines.map((line, at) => drawLine(line, right + 6, (y + bottom - text.height) / 2 + 9 + at * 18));
    const tip = drawLineEnd(head, { x: start, y: bottom }, { x: right, y: bottom });
    return { left: start, right: right + 8 + text.width, bottom: bottom + 4, body: loop + tip + lines.join('') };
  }
  const y = top + text.height + 4;
  const line = svg('line', { class: look, x1: start, y1: y, x2: end, y2: y });
  const heads = [
    { x: start, y },
    { x: end, y },
  ] as const;
  const tip = drawLineEnd(head, heads[1], heads[0]) + (isTwoWay ? drawLineEnd(head, heads[0], heads[1]) : '');
  const middle = (start + end) / 2;
  const body = line + tip + drawLabel(text, middle, top + text.height / 2);
  const half = text.width / 2;
  return { left: Math.min(start, end, middle - half), right: Math.max(start, end, middle + half), bottom: y + 4, body };
}
