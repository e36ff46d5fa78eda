/** Why nothing is made of an answer. The document stays as it is. */
export type AnswerRefusal =
  /** Words, and no code. */
  | 'prose'
  /** The answer ends before its end: it was stopped, or the model reached its limit. */
  | 'cut'
  /** Nothing, where the kind of change does not take all lines away. */
  | 'empty'
  /** Several blocks of code, of which none is certain to be the one. */
  | 'severalBlocks'
  /** Fewer parts than selections. */
  | 'partMissing'
  /** Tags inside of each other, or without a beginning. */
  | 'malformed'
  /** Code in another language than the document’s. */
  | 'wrongLanguage'
  /** A patch in place of the code, whose lines the selection does not have. */
  | 'patchDoesNotFit'
  /** Lines from outside of the selection, up to the whole document, from which the selection’s cannot be told. */
  | 'wholeFileForPart'
  /** A comment in place of code that stays, and what stays there is not certain. */
  | 'placeholder'
  /** Part of a line was selected, and it is not certain whether the answer is that part or the line. */
  | 'fragment';

/** What was put right in an answer, to be told in the log. */
export type Repair = 'tagsMissing' | 'fence' | 'patch' | 'surroundings' | 'placeholders' | 'fragment' | 'indentation';
