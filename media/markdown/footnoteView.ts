import * as l10n from '@vscode/l10n';
import { element } from '../base/element';
import type { Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { BlockList } from './blockList';

/** A footnote, which is listed behind the text. Where it was written, nothing is to be seen. */
export class FootnoteView implements BlockView {
  readonly element = element('span');
  private readonly item = element('li', 'footnote');
  private readonly list: BlockList;

  constructor(
    private readonly number: number,
    private readonly context: MarkdownContext,
  ) {
    this.element.hidden = true;
    const back = element('span', 'footnote-back', '\u21a9\ufe0e');
    back.role = 'link';
    back.tabIndex = 0;
    back.ariaLabel = l10n.t('Back to the Text');
    const text = element('div', 'footnote-text');
    this.item.value = number;
    this.item.dir = 'auto';
    this.item.append(back, text);
    this.list = new BlockList(text, { ...context, isNested: true });
    context.footnotes?.add(this.item);
  }

  update(block: Block, scope: Scope): boolean {
    if (block.kind !== 'footnote' || block.number !== this.number) return false;
    this.list.show(block.blocks, scope);
    return true;
  }

  finish(scope: Scope): void {
    this.list.finishAll(scope);
  }

  finishParts(count: number, scope: Scope): void {
    this.list.finish(count, scope);
  }

  dispose(): void {
    this.context.footnotes?.remove(this.item);
  }
}
