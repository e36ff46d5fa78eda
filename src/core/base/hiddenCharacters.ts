/**
 * What hides in text without showing: control characters other than tab and line breaks, halves of surrogate pairs, the
 * invisible tag characters, and marks that turn the direction of what follows. They carry nothing a person typed, and are
 * a known way to smuggle instructions past the eye.
 */
export const hiddenCharacters =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;
