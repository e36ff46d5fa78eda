/** What is copied of a page, as it was read: without the buttons, with the marks of lists. */
export type CopiedBlock =
  | { readonly kind: 'text'; readonly tag: TextTag; readonly inlines: readonly CopiedInline[] }
  /** As it is, character by character. */
  | { readonly kind: 'code'; readonly text: string }
  /** In the words of TeX. */
  | { readonly kind: 'formula'; readonly tex: string }
  | { readonly kind: 'quote'; readonly blocks: readonly CopiedBlock[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly CopiedItem[] }
  | { readonly kind: 'table'; readonly rows: readonly CopiedRow[] };

export type TextTag = 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6';

export interface CopiedItem {
  /** Absent where the beginning of the item is not copied. */
  readonly mark?: { readonly number?: number; readonly isDone?: boolean };
  readonly blocks: readonly CopiedBlock[];
}

export interface CopiedRow {
  readonly isHead: boolean;
  readonly cells: readonly (readonly CopiedInline[])[];
}

export type CopiedInline =
  | string
  | { readonly tag: 'br' }
  | {
      readonly tag: 'strong' | 'em' | 's' | 'code' | 'sup' | 'a';
      /** Where a link leads. */
      readonly address?: string;
      readonly children: readonly CopiedInline[];
    };
