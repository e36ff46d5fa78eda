import { hiddenCharacters } from '../base/hiddenCharacters';

/** Text as it may go to the service, and how much was taken out of it. */
export interface CleanText {
  readonly text: string;
  /** How many invisible characters were removed. */
  readonly removed: number;
}

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
const flagOrHidden = new RegExp(`${blackFlag}[\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}|${hiddenCharacters.source}`, 'gu');
