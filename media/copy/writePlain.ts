import type { CopiedBlock, CopiedInline, CopiedItem } from './copied';

/** What was copied as plain text. Lists have their marks, tables a tab between cells; code is as it is wherever it stands. */
export function writePlain(blocks: readonly CopiedBlock[]): string {
  return lines(blocks, '').join('\n');
}

/** `margin` stands before each line but those of code, which belong to nobody else. */
function lines(blocks: readonly CopiedBlock[], margin: string): readonly string[] {
  return blocks.flatMap((block, at) => {
    const own = blockLines(block, margin);
    return at > 0 && !isList(block) ? ['', ...own] : own;
  });
}

function isList(block: CopiedBlock): boolean {
  return block.kind === 'list';
}

function blockLines(block: CopiedBlock, margin: string): readonly string[] {
  switch (block.kind) {
    case 'text':
      return plain(block.inlines)
        .split('\n')
        .map((line) => margin + line);
    case 'code':
      return [block.text];
    case 'formula':
      return [`${margin}$$`, ...block.tex.split('\n').map((line) => margin + line), `${margin}$$`];
    case 'quote':
      return lines(block.blocks, margin);
    case 'list':
      return block.items.flatMap((item) => itemLines(item, block.isNumbered, margin));
    case 'table':
      return block.rows.map(({ cells }) => margin + cells.map(cellText).join('\t'));
  }
}

function itemLines({ mark, blocks }: CopiedItem, isNumbered: boolean, margin: string): readonly string[] {
  if (!mark) return lines(blocks, margin);
  const sign = isNumbered ? `${mark.number ?? 1}. ` : '- ';
  const box = mark.isDone === undefined ? '' : mark.isDone ? '[x] ' : '[ ] ';
  const inner = margin + ' '.repeat(sign.length);
  const [first, ...others] = blocks;
  if (first?.kind !== 'text') return [`${margin}${sign}${box}`.trimEnd(), ...lines(blocks, inner)];
  const [begin = '', ...more] = blockLines(first, inner);
  const rest = lines(others, inner);
  const isApart = others[0] && !isList(others[0]);
  return [margin + sign + box + begin.slice(inner.length), ...more, ...(isApart ? ['', ...rest] : rest)];
}

function cellText(cell: readonly CopiedInline[]): string {
  return plain(cell).replace(/\s+/g, ' ').trim();
}

function plain(inlines: readonly CopiedInline[]): string {
  return inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      return inline.tag === 'br' ? '\n' : plain(inline.children);
    })
    .join('');
}
