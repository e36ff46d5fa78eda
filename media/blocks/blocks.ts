import type { CodeBlock } from '../../src/markdown/codeBlocks';

export type Alignment = 'start' | 'left' | 'center' | 'right';

/** The lines a block stands on, counted from the beginning of the text that was parsed. `endLine` is the line after. */
interface Lines {
  readonly line: number;
  readonly endLine: number;
}

export interface ListItem extends Lines {
  /** Undefined unless it is an item of a task list. */
  readonly isDone?: boolean;
  readonly blocks: readonly Block[];
}

/** A block of an answer. Inline markup is still in `source`: it is read only when it has changed. */
export type Block = Lines &
  (
    | { readonly kind: 'paragraph'; readonly source: string }
    | { readonly kind: 'heading'; readonly level: number; readonly source: string }
    | ({ readonly kind: 'code' } & CodeBlock)
    | { readonly kind: 'formula'; readonly source: string }
    | { readonly kind: 'rule' }
    | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
    | {
        readonly kind: 'list';
        /** The number of the first item; undefined for a list without numbers. */
        readonly start?: number | undefined;
        readonly isTight: boolean;
        readonly items: readonly ListItem[];
      }
    | {
        readonly kind: 'table';
        readonly alignments: readonly Alignment[];
        readonly header: readonly string[];
        readonly rows: readonly (readonly string[])[];
      }
    /** The definition of a reference, `[a]: https://…`. Nothing of it is shown. */
    | { readonly kind: 'definition'; readonly label: string }
  );

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;
