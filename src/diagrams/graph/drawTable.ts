import { drawLabel, drawLine, lineHeight } from '../base/label';
import { type Attributes, svg } from '../base/svg';
import type { Row, Table } from './graph';
import { cellGap, columnWidths, headingHeight, sectionHeight, sectionPad, tablePad } from './nodeSize';
import type { PlacedNode } from './placed';

/** A class or an entity: its heading, and its rows below. */
export function drawTable({ x, y, width, height, paint }: PlacedNode, table: Table): string {
  const { heading, kind, sections } = table;
  const [left, top] = [x - width / 2, y - height / 2];
  const text = paint?.text ? { class: 'painted', fill: paint.text } : {};
  const parts = [
    svg('rect', {
      class: paint?.fill ? 'box painted' : 'box',
      fill: paint?.fill,
      stroke: paint?.stroke,
      x: left,
      y: top,
      width,
      height,
      rx: 3,
    }),
  ];
  let at = top + sectionPad;
  if (kind !== '') {
    parts.push(drawLine(kind, x, at + lineHeight / 2, { 'text-anchor': 'middle', ...text }));
    at += lineHeight;
  }
  parts.push(drawLabel(heading, x, at + heading.height / 2, { 'font-weight': '600', ...text }));
  at = top + headingHeight(table);
  const columns = columnWidths(table);
  for (const rows of sections) {
    parts.push(svg('line', { class: 'rule', stroke: paint?.stroke, x1: left, y1: at, x2: left + width, y2: at }));
    for (const [row, each] of rows.entries()) {
      parts.push(drawRow(each, left + tablePad, at + sectionPad + (row + 0.5) * lineHeight, columns, text));
    }
    at += sectionHeight(rows);
  }
  return parts.join('');
}

function drawRow(
  { cells, isStatic, isAbstract }: Row,
  left: number,
  y: number,
  columns: readonly number[],
  text: Attributes,
): string {
  const look = {
    ...text,
    ...(isStatic && { 'text-decoration': 'underline' }),
    ...(isAbstract && { 'font-style': 'italic' }),
  };
  let x = left;
  return cells
    .map((cell, at) => {
      const drawn = drawLine(cell, x, y, look);
      x += (columns[at] ?? 0) + cellGap;
      return drawn;
    })
    .join('');
}
