import { element } from '../base/element';
import { Pieces } from '../base/pieces';
import type { Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { ItemView } from './itemView';

/** A list with or without numbers. Whether it is tight is a class: the last line of a list may still change it. */
export class ListView implements BlockView {
  readonly element: HTMLOListElement | HTMLUListElement;
  private readonly items: ItemView[] = [];
  private readonly pieces: Pieces;
  private readonly context: MarkdownContext;
  private count = 0;

  constructor(
    private readonly start: number | undefined,
    context: MarkdownContext,
  ) {
    this.context = { ...context, isNested: true };
    this.element = start === undefined ? element('ul') : element('ol');
    if (this.element instanceof HTMLOListElement && start !== undefined && start !== 1) this.element.start = start;
    this.pieces = new Pieces(this.element);
  }

  update(block: Block, scope: Scope): boolean {
    if (block.kind !== 'list' || block.start !== this.start) return false;
    this.element.classList.toggle('tight', block.isTight);
    for (const extra of this.items.splice(block.items.length).toReversed()) this.removeItem(extra);
    for (const [at, item] of block.items.entries()) this.item(at).update(item, scope);
    return true;
  }

  finish(scope: Scope): void {
    this.finishParts(this.items.length, scope);
  }

  finishParts(count: number, scope: Scope): void {
    for (const item of this.items.splice(0, count)) item.finish(scope);
  }

  private item(at: number): ItemView {
    const old = this.items[at];
    if (old) return old;
    const item = new ItemView(this.context);
    this.pieces.append(item.element);
    // What is laid out by itself is also counted by itself.
    const isFirst = item.element.parentElement !== this.element && !item.element.previousElementSibling;
    if (isFirst && this.start !== undefined) item.element.value = this.start + this.count;
    this.count += 1;
    this.items.push(item);
    return item;
  }

  private removeItem({ element }: ItemView): void {
    this.pieces.remove(element);
    this.count -= 1;
  }
}
