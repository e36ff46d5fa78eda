/** Text that is about to leave the machine. */
export interface OutgoingText {
  /** What the user knows it by: the path of a file, else a word for it. */
  readonly name: string;
  readonly text: string;
  /** The addresses of the files it was taken from. What holds for one of them holds for the text. */
  readonly files?: readonly string[];
  /** The number of its first line in the file, from 1. Undefined: it stands in no file as it is here. */
  readonly firstLine?: number;
}

/**
 * Stands before every request that takes along what the user did not type into a prompt. It asks the user about files
 * that are excluded, ignored or usually kept secret, about what looks like a secret, and about a text that is very long.
 */
export interface OutgoingGate {
  /**
   * What may be sent of these texts, in their order: a text, with secrets replaced unless the user said otherwise, or
   * undefined where all of it is held back. Undefined in place of the list: the user wants nothing sent.
   */
  review(texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[] | undefined>;
  /** The same for texts of which nothing can be missing, such as code that is rewritten. False: they must not be sent. */
  allows(texts: readonly OutgoingText[]): Promise<boolean>;
}
