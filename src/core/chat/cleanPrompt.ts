import { hiddenCharacters } from '../base/hiddenCharacters';
import { unseenCharacters } from '../base/unseenCharacters';
import type { Attachment } from '../conversation/turn';

/** Text as it may go to the service, and how much was taken out of it. */
export interface CleanText {
  readonly text: string;
  /** How many invisible characters were removed. */
  readonly removed: number;
}

/** Takes hidden characters out of a question. Flags of regions, such as Scotland's, are spelt with tags and stay. */
export function cleanPrompt(prompt: string): CleanText {
  return without(flagOrHidden, prompt);
}

/**
 * Removes characters that nobody sees from the code and texts that go along with a question. Another person may have
 * written these texts.
 */
export function cleanAttachments(attachments: readonly Attachment[]): {
  readonly attachments: readonly Attachment[];
  readonly removed: number;
} {
  let removed = 0;
  const clean = (text: string) => {
    const cleaned = without(flagOrUnseen, text);
    removed += cleaned.removed;
    return cleaned.text;
  };
  const cleaned = attachments.map((one) =>
    one.kind === 'code' || one.kind === 'file' ? { ...one, path: clean(one.path), text: clean(one.text) } : one,
  );
  return { attachments: cleaned, removed };
}

/** The same for a text alone. */
export function cleanText(text: string): string {
  return without(flagOrUnseen, text).text;
}

function without(hidden: RegExp, text: string): CleanText {
  let removed = 0;
  const left = text.replace(hidden, (found) => {
    if (found.startsWith(blackFlag)) return found;
    removed += [...found].length;
    return '';
  });
  return { text: left, removed };
}

const blackFlag = '\u{1F3F4}';
const flag = `${blackFlag}[\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}`;
const flagOrHidden = new RegExp(`${flag}|${hiddenCharacters.source}`, 'gu');
const flagOrUnseen = new RegExp(`${flag}|${unseenCharacters.source}`, 'gu');
