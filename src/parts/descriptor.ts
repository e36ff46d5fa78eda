/**
 * What of a part goes into a Markdown document. An object: Markdown as the model wrote it. `placeholder`: a line says that
 * there is something in the chat. `nothing`: it is left out.
 */
export type PartMarkdown = { readonly text: string } | 'placeholder' | 'nothing';

/** All that is known about one kind of part of an answer. `Source` is what the service sends for it. */
export interface PartDescriptor<Part, Source> {
  /** Never throws. What is missing is empty. */
  read(source: Source): Part;
  markdown(part: Part): PartMarkdown;
  /** Markdown in which people search. Empty: nothing of it is searched. */
  searchText(part: Part): string;
  /**
   * One part with the content of all. Present where a part that directly follows one of the same kind continues it, as
   * the next text of an answer may do in mid-sentence. Absent: each part stands by itself.
   */
  join?(parts: readonly Part[]): Part;
  /** The part with more text at its end. Absent: its text comes whole. */
  grow?(part: Part, text: string): Part;
}
