import type { PanelWords } from '../../src/protocol';
import type { Block } from './blocks';
import type { References, Scope } from './references';

/** What all blocks of one text share. */
export interface MarkdownContext {
  readonly words: PanelWords;
  readonly references: References;
}

/** One block on the page. */
export interface BlockView {
  readonly element: HTMLElement;
  /** Shows a later state of the block; false if that takes another element. */
  update(block: Block, scope: Scope): boolean;
  /** No more comes. */
  finish(scope: Scope): void;
  /** No more comes for the first parts of a block with parts. They are not shown again. */
  finishParts?(count: number, scope: Scope): void;
  /** Code goes on with this. */
  grow?(text: string): void;
}
