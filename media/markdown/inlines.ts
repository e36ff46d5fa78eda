/** What stands in a line of an answer, as a closed set: whatever else a parser may find is text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  /** In the words of TeX, without the dollars around it. */
  | { readonly kind: 'formula'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'footnote'; readonly number: number }
  | { readonly kind: 'emphasis' | 'strong' | 'deleted'; readonly children: readonly Inline[] }
  | {
      readonly kind: 'link';
      /** As written, not yet judged. */
      readonly address: string;
      readonly title: string;
      readonly children: readonly Inline[];
    }
  | { readonly kind: 'picture'; readonly address: string; readonly title: string; readonly text: string };

export type InlineParent = Extract<Inline, { readonly children: readonly Inline[] }>;
