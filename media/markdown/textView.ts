import { authorLevel } from '../base/authorHeading';
import { element } from '../base/element';
import type { Block } from '../blocks/blocks';
import type { BlockView, MarkdownContext } from '../blocks/blockView';
import type { Scope } from '../blocks/references';
import { InlineView } from './inlineView';

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** A paragraph, or a heading. */
export class TextView implements BlockView {
  readonly element: HTMLElement;
  private readonly text: InlineView;

  /** `level` is undefined for a paragraph. */
  constructor(
    private readonly level: number | undefined,
    mayBreak: boolean,
    { references, isNested = false }: MarkdownContext,
  ) {
    this.element = element(level === undefined ? 'p' : (headings[level - 1] ?? 'h6'));
    if (!isNested) this.element.dir = 'auto';
    // They look as written, and are read out as below the heading that names the author of the message.
    if (level !== undefined) this.element.ariaLevel = String(level + authorLevel);
    this.text = new InlineView(this.element, references, mayBreak);
  }

  update(block: Block, scope: Scope): boolean {
    const isSame = block.kind === 'heading' ? block.level === this.level : this.level === undefined;
    if (!isSame || (block.kind !== 'heading' && block.kind !== 'paragraph')) return false;
    this.text.show(block.source, scope);
    return true;
  }

  finish(scope: Scope): void {
    this.text.finish(scope);
  }
}
