import { drawLabel, readLabel } from '../base/label';
import { svg } from '../base/svg';
import { type Column, noteGap, notePad } from './columns';
import type { Drawn } from './drawMessage';
import type { Step } from './sequence';

type Note = Extract<Step, { kind: 'note' }>;

/** A note beside an actor, or over one or several. */
export function drawNote({ place, text }: Note, columns: readonly Column[], top: number): Drawn {
  const label = readLabel(text);
  const xs = columns.map(({ x }) => x);
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const own = label.width + notePad * 2;
  const width = place === 'over' ? Math.max(own, last > first ? last - first + 40 : 0) : own;
  const left =
    place === 'left' ? first - noteGap - width : place === 'right' ? last + noteGap : (first + last - width) / 2;
  const height = label.height + 12;
  const box = svg('rect', { class: 'note', x: left, y: top, width, height });
  const body = box + drawLabel(label, left + width / 2, top + height / 2);
  return { left, right: left + width, bottom: top + height, body };
}
