/** A text that was shown otherwise than the parser reads it. */
export interface MarkdownMismatch {
  readonly seed: number;
  readonly chunks: readonly string[];
  readonly streamed: string;
  readonly expected: string;
}
