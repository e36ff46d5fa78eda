import { fontSize, lineHeight } from '../base/label';
import { textWidth } from '../base/textWidth';
import type { GraphNode, Row, Table } from './graph';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const cellGap = 14;
export const tablePad = 10;
export const sectionPad = 6;
const padX = 14;
const padY = 9;

/** The room a node takes, so that its text fits into its shape. */
export function nodeSize({ shape, label, table }: GraphNode): Size {
  if (table) return tableSize(table);
  const { width, height } = label;
  const box = { width: Math.max(width, 24) + padX * 2, height: Math.max(height, lineHeight) + padY * 2 };
  switch (shape) {
    case 'start':
    case 'end':
      return { width: 18, height: 18 };
    case 'bar':
      return { width: 60, height: 8 };
    case 'circle':
    case 'doubleCircle': {
      const side = Math.max(36, Math.hypot(width, height) + 14 + (shape === 'doubleCircle' ? 10 : 0));
      return { width: side, height: side };
    }
    case 'diamond':
      // What is left of the height where the text ends grows with what is left of the width.
      return { width: Math.max(60, (width + 10) * 1.6), height: Math.max(44, (height + 8) * 2.67) };
    case 'ellipse':
      return { width: box.width * 1.25, height: box.height * 1.2 };
    case 'hexagon':
    case 'leanLeft':
    case 'leanRight':
    case 'trapezoid':
    case 'flippedTrapezoid':
      return { width: box.width + box.height * 0.8, height: box.height };
    case 'flag':
    case 'stadium':
    case 'subroutine':
      return { width: box.width + 18, height: box.height };
    case 'cylinder':
      return { width: box.width, height: box.height + 18 };
    default:
      return box;
  }
}

/** How wide each column of a table's rows is. */
export function columnWidths({ sections }: Table): readonly number[] {
  const widths: number[] = [];
  for (const { cells } of sections.flat()) {
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, textWidth(cell) * fontSize);
  }
  return widths;
}

export function headingHeight({ heading, kind }: Table): number {
  return heading.height + (kind === '' ? 0 : lineHeight) + sectionPad * 2;
}

export function sectionHeight(rows: readonly Row[]): number {
  return rows.length * lineHeight + sectionPad * 2;
}

function tableSize(table: Table): Size {
  const { heading, kind, sections } = table;
  const columns = columnWidths(table);
  const rows = columns.reduce((sum, width) => sum + width, 0) + cellGap * Math.max(0, columns.length - 1);
  const width = Math.max(70, heading.width * 1.08, textWidth(kind) * fontSize, rows) + tablePad * 2;
  return { width, height: sections.reduce((sum, section) => sum + sectionHeight(section), headingHeight(table)) };
}
