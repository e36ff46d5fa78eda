/**
 * How the model is asked to mark the lines that replace the selection: between two tags, each alone on its line, whose
 * name occurs in nothing that is sent.
 *
 * A fence longer than any fence in the code would be as certain if models wrote it. They fall back to three backticks, and
 * then a fence inside the code, in Markdown or in a comment, looks like the end: part of the answer passes as all of it.
 * A tag has no such habit, shows a cut answer by its missing end, and numbers the parts; and code that stands in a fence
 * all the same is taken out of it between tags that are certain. `answerForms.test.ts` holds both against the same habits.
 * JSON was not taken: code in it is escaped, which costs quality, and nobody can read it while it streams.
 */
export interface AnswerForm {
  readonly tag: string;
  /** How many replacements are asked for, numbered from 1. */
  readonly parts: number;
}

/** The form for a request. `sent`: all texts of the request. */
export function chooseForm(sent: readonly string[], parts: number): AnswerForm {
  for (let number = 1; ; number += 1) {
    const tag = number === 1 ? 'edit' : `edit${number}`;
    const pattern = new RegExp(`</?${tag}-`, 'i');
    if (!sent.some((text) => pattern.test(text))) return { tag, parts };
  }
}

export function openingTag({ tag }: AnswerForm, part: number): string {
  return `<${tag}-${part}>`;
}

export function closingTag({ tag }: AnswerForm, part: number): string {
  return `</${tag}-${part}>`;
}
