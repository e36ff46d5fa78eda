import type { Attachment, Question } from '../conversation/turn';
import { cleanPrompt } from './cleanPrompt';

/** What is asked with a prompt, without the hidden characters in it. Undefined: it is blank, and nothing goes along. */
export function questionOf(
  prompt: string,
  attachments: readonly Attachment[],
  image: Question['image'],
): Question | undefined {
  const { text, removed } = cleanPrompt(prompt);
  if (text.trim() === '' && attachments.length === 0) return undefined;
  return { prompt: text, attachments, removedCharacters: removed || undefined, ...(image && { image }) };
}
