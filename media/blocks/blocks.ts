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

interface MarkedText {
  readonly source: string;
  /** Whether `<br>` breaks the line, as it does in lists. In tables it always does. */
  readonly mayBreak: boolean;
}

/** A block of an answer. Inline markup is still in `source`: it is read only when it has changed. */
export type Block = Lines &
  (
    | ({ readonly kind: 'paragraph' } & MarkedText)
    | ({ readonly kind: 'heading'; readonly level: number } & MarkedText)
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
    /** What `[^label]` in the text refers to. It is shown behind the text. */
    | { readonly kind: 'footnote'; readonly label: string; readonly number: number; readonly blocks: readonly Block[] }
    /** The definition of a reference, `[a]: https://…`. Nothing of it is shown. */
    | { readonly kind: 'definition'; readonly label: string }
  );

export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;
