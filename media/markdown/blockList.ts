import { Pieces } from '../base/pieces';
import type { Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';

/** Blocks on the page, one below the other, of which the last ones are not finished. */
export class BlockList {
  private readonly views: BlockView[] = [];
  /** For each unfinished block whether there is something of it to be seen. */
  private visible: boolean[] = [];
  private readonly pieces: Pieces;

  constructor(
    parent: HTMLElement,
    private readonly context: MarkdownContext,
  ) {
    this.pieces = new Pieces(parent);
  }

  get isFinished(): boolean {
    return this.visible.length === 0;
  }

  /** The last unfinished block. */
  get last(): BlockView | undefined {
    return this.views.at(-1);
  }

  show(blocks: readonly Block[], scope: Scope): void {
    this.visible = blocks.map(isVisible);
    const shown = blocks.filter(isVisible);
    for (const extra of this.views.splice(shown.length).toReversed()) {
      this.pieces.remove(extra.element);
      extra.dispose?.();
    }
    for (const [at, block] of shown.entries()) {
      const old = this.views[at];
      if (old?.update(block, scope)) continue;
      old?.dispose?.();
      const view = this.context.createView(block, this.context);
      view.update(block, scope);
      if (old) old.element.replaceWith(view.element);
      else this.pieces.append(view.element);
      this.views[at] = view;
    }
  }

  /** The first `count` of what was shown is final. */
  finish(count: number, scope: Scope): readonly BlockView[] {
    const finished = this.views.splice(0, this.visible.splice(0, count).filter(Boolean).length);
    for (const view of finished) view.finish(scope);
    return finished;
  }

  finishAll(scope: Scope): void {
    this.finish(this.visible.length, scope);
  }
}

function isVisible({ kind }: Block): boolean {
  return kind !== 'definition';
}
