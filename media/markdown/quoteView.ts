import { element } from '../base/element';
import type { Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { BlockList } from './blockList';

export class QuoteView implements BlockView {
  readonly element = element('blockquote');
  private readonly list: BlockList;

  constructor(context: MarkdownContext) {
    this.element.dir = 'auto';
    this.list = new BlockList(this.element, { ...context, isNested: true });
  }

  update(block: Block, scope: Scope): boolean {
    if (block.kind !== 'quote') return false;
    this.list.show(block.blocks, scope);
    return true;
  }

  finish(scope: Scope): void {
    this.list.finishAll(scope);
  }

  finishParts(count: number, scope: Scope): void {
    this.list.finish(count, scope);
  }
}
