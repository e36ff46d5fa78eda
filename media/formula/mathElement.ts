import type { MathNode } from './readMath';

const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

export function mathElement({ tag, attributes, children }: MathNode): Element {
  const made = document.createElementNS(mathNamespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name !== 'columnalign') made.setAttribute(name, value);
  }
  for (const child of children) made.append(typeof child === 'string' ? child : mathElement(child));
  if (tag === 'mtable') alignColumns(made, (attributes.columnalign ?? '').split(' '));
  return made;
}

/** Browsers take the alignment of columns from style sheets alone. */
function alignColumns(table: Element, alignments: readonly string[]): void {
  for (const row of table.children) {
    for (const [column, cell] of Array.from(row.children).entries()) {
      const alignment = alignments[column] ?? alignments.at(-1) ?? '';
      if (alignment === 'left' || alignment === 'right') cell.setAttribute('class', `align-${alignment}`);
    }
  }
}
