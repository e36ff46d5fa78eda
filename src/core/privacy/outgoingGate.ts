/** Text that is about to leave the machine. */
export interface OutgoingText {
  /** What the user knows it by: the path of a file, else a word for it. */
  readonly name: string;
  readonly text: string;
}

/** Stands before every request that takes along what the user did not type into a prompt. */
export interface OutgoingGate {
  /**
   * What may be sent of these texts, in their order: a text, with secrets replaced unless the user said otherwise, or
   * undefined where all of it is held back. Asks the user if something looks like a secret. Undefined in place of the
   * list: the user wants nothing sent.
   */
  review(texts: readonly OutgoingText[]): Promise<readonly (string | undefined)[] | undefined>;
}
