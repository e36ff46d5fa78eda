import type { Env } from 'markdown-it';
import { withLineBreaks } from '../../src/markdown/lineBreak';
import { parseBlocks, withPlainBreaks } from '../../src/markdown/parser';
import { unreachable } from '../base/unreachable';
import type { Block } from '../blocks/blocks';
import { readParts } from '../markdown/inlineParts';
import type { Inline } from '../markdown/inlines';
import { readBlocks } from '../markdown/readBlocks';

/** Stands between blocks. No page holds it, so that nothing is found which begins in one block and ends in the next. */
export const blockEnd = '\0';

/** What a person reads of an answer in Markdown: its words without the markup, block after block. */
export function visibleText(markdown: string): string {
  const env: Env = { references: Object.create(null) };
  const texts: string[] = [];
  const blocks = readBlocks(parseBlocks(withPlainBreaks(markdown), env));
  const isNote = ({ kind }: Block) => kind === 'footnote';
  addBlocks([...blocks.filter((block) => !isNote(block)), ...blocks.filter(isNote)], env, texts);
  return texts.join(blockEnd);
}

function addBlocks(blocks: readonly Block[], env: Env, texts: string[]): void {
  for (const block of blocks) {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        texts.push(lineText(block.source, block.mayBreak ? withLineBreaks(env) : env));
        break;
      case 'code':
        texts.push(block.text.replace(/\n$/, ''));
        break;
      case 'formula':
        texts.push(block.source);
        break;
      case 'quote':
      case 'footnote':
        addBlocks(block.blocks, env, texts);
        break;
      case 'list':
        for (const item of block.items) addBlocks(item.blocks, env, texts);
        break;
      case 'table':
        for (const row of [block.header, ...block.rows])
          for (const cell of row) texts.push(lineText(cell, withLineBreaks(env)));
        break;
      case 'rule':
      case 'definition':
        break;
      default:
        unreachable(block);
    }
  }
}

function lineText(source: string, env: Env): string {
  return readParts(source, env).map(inlineText).join('');
}

function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'break') return '\n';
      if (inline.kind === 'footnote') return '';
      return 'children' in inline ? inlineText(inline.children) : inline.text;
    })
    .join('');
}
