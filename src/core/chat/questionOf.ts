import type { Attachment, Question } from '../conversation/turn';
import { cleanAttachments, cleanPrompt } from './cleanPrompt';

/**
 * What is asked with a prompt, without the hidden characters in it and in what goes along. Undefined: it is blank, and
 * nothing goes along.
 */
export function questionOf(
  prompt: string,
  attachments: readonly Attachment[],
  image: Question['image'],
): Question | undefined {
  const { text, removed } = cleanPrompt(prompt);
  if (text.trim() === '' && attachments.length === 0) return undefined;
  const along = cleanAttachments(attachments);
  const removedCharacters = removed + along.removed || undefined;
  return { prompt: text, attachments: along.attachments, removedCharacters, ...(image && { image }) };
}
