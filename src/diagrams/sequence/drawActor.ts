import { drawLabel } from '../base/label';
import { svg } from '../base/svg';
import type { Column } from './columns';

const personHeight = 34;

/** How high the row of all actors is. */
export function headHeight(columns: readonly Column[]): number {
  return Math.max(...columns.map(({ name, isPerson }) => name.height + (isPerson ? personHeight : 16)));
}

/** An actor with its name, at the head or the foot of its line. */
export function drawActor({ x, width, name, isPerson }: Column, top: number, height: number): string {
  if (!isPerson) {
    const box = svg('rect', { class: 'box', x: x - width / 2, y: top, width, height, rx: 3 });
    return box + drawLabel(name, x, top + height / 2);
  }
  // The line must not go through the name.
  const under = svg('rect', { class: 'under', x: x - width / 2, y: top, width, height });
  const head = top + height - name.height - personHeight;
  const limbs = `M${x} ${head + 12}V${head + 22}M${x - 9} ${head + 16}H${x + 9}M${x - 7} ${head + 31}L${x} ${head + 22}L${x + 7} ${head + 31}`;
  const person = svg('circle', { class: 'line', cx: x, cy: head + 7, r: 5 }) + svg('path', { class: 'line', d: limbs });
  return under + person + drawLabel(name, x, top + height - name.height / 2);
}
