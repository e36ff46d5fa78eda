import type { CodeAction } from '../../src/protocol/code';
import type { Diagrams } from '../diagram/diagrams';
import type { FootnoteList } from '../footnotes/footnoteList';
import type { Block } from './blocks';
import type { References, Scope } from './references';

/** What all blocks of one text share. */
export interface MarkdownContext {
  readonly references: References;
  /** Makes an empty view for blocks of this kind. Given along, because blocks hold blocks. */
  readonly createView: (block: Block, context: MarkdownContext) => BlockView;
  /** Where footnotes are listed. */
  readonly footnotes?: FootnoteList;
  /** Whether the blocks are in a list or a quote, which runs the way its text does. */
  readonly isNested?: boolean;
  /** Absent where nothing can be done with code. `block` is the element that shows it. */
  readonly onCode?: ((action: CodeAction, block: HTMLElement) => void) | undefined;
  /** Absent where diagrams stay text. */
  readonly diagrams?: Diagrams | undefined;
}

/** One block on the page. */
export interface BlockView {
  readonly element: HTMLElement;
  /** Shows a later state of the block; false if that takes another element. */
  update(block: Block, scope: Scope): boolean;
  /** No more comes. */
  finish(scope: Scope): void;
  /** It was taken off the page, with what it has put elsewhere. */
  dispose?(): void;
  /** No more comes for the first parts of a block with parts. They are not shown again. */
  finishParts?(count: number, scope: Scope): void;
  /** Code goes on with this. */
  grow?(text: string): void;
}
