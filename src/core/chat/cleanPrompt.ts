/** Text as it may go to the service, and how much was taken out of it. */
export interface CleanText {
  readonly text: string;
  /** How many invisible characters were removed. */
  readonly removed: number;
}

/**
 * What hides in text without showing: control characters other than tab and line breaks, halves of surrogate pairs, the
 * invisible tag characters, and marks that turn the direction of what follows. They carry nothing a person typed, and are
 * a known way to smuggle instructions past the eye.
 */
const hidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;

/** Takes hidden characters out of a question. Flags of regions, such as Scotland's, are spelt with tags and stay. */
export function cleanPrompt(prompt: string): CleanText {
  let removed = 0;
  const text = prompt.replace(flagOrHidden, (found) => {
    if (found.startsWith(blackFlag)) return found;
    removed += [...found].length;
    return '';
  });
  return { text, removed };
}

const blackFlag = '\u{1F3F4}';
const flagOrHidden = new RegExp(`${blackFlag}[\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}|${hidden.source}`, 'gu');
