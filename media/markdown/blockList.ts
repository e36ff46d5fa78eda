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
  private readonly context: MarkdownContext;
  /** For the next view that is made first. */
  private firstContext: MarkdownContext;

  constructor(parent: HTMLElement, context: MarkdownContext) {
    this.pieces = new Pieces(parent);
    this.context = { ...context, isLeading: false };
    this.firstContext = context.isNested ? { ...context, isLeading: true } : this.context;
  }

  get isFinished(): boolean {
    return this.visible.length === 0;
  }

  get unfinished(): readonly Element[] {
    return this.views.map(({ element }) => element);
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
      const view = this.context.createView(block, at === 0 ? this.firstContext : this.context);
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
    if (finished.length > 0) this.firstContext = this.context;
    return finished;
  }

  finishAll(scope: Scope): void {
    this.finish(this.visible.length, scope);
  }
}

function isVisible({ kind }: Block): boolean {
  return kind !== 'definition';
}
