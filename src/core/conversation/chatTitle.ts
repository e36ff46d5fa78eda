import { attachmentLabel } from './input';
import type { Question, Turn } from './turn';

/** Where a title is cut. Characters. */
const longestTitle = 80;

/** The name of a chat that was given none: the first words of its first question. Empty for a chat without one. */
export function titleOf([turn]: readonly Pick<Turn, 'prompt' | 'attachments'>[]): string {
  const first = turn ? questionIn(wordsOf(turn)) : '';
  const line = first.split('\n').find((text) => text.trim() !== '') ?? '';
  return shortened(line.replace(/\s+/g, ' ').trim());
}

/** What was asked, for lists: its words, or the name of the first thing attached where there are none. */
export function wordsOf({ prompt, attachments: [attached] }: Question): string {
  return prompt.trim() === '' && attached ? attachmentLabel(attached) : prompt;
}

/** Cut at a word where there is one. */
export function shortened(line: string, most = longestTitle): string {
  const characters = [...line];
  if (characters.length <= most) return line;
  const cut = characters.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}

/** From here on a prompt is taken for something pasted with a question beside it. Characters. */
const pastedPrompt = 1_500;
/** A longer paragraph, at either end of such a prompt, is no question. Characters. */
const longestQuestion = 400;

/**
 * The question in a prompt, without the text that was pasted with it: one of its ends, and of two that may be one the end
 * with a question mark, else the last. All of the prompt where it is short or where neither end looks like a question.
 */
export function questionIn(prompt: string): string {
  if (prompt.length < pastedPrompt) return prompt;
  const end = /\n\s*\n([^\n]+(?:\n[^\n]+)?)$/.exec(prompt.trimEnd().slice(-2 * longestQuestion))?.[1];
  const start = /^([^\n]+(?:\n[^\n]+)?)\n\s*\n/.exec(prompt.trimStart().slice(0, 2 * longestQuestion))?.[1];
  const ends = [end, start].filter((text) => text !== undefined && isSentence(text));
  return ends.find((text) => /[?？؟]\s*$/.test(text ?? '')) ?? ends[0] ?? prompt;
}

/** Code and lines of logs are not. */
function isSentence(text: string): boolean {
  return text.length <= longestQuestion && /\p{L}/u.test(text) && !/^[\s{}[\]<>/*#`$@]|[{};>]\s*$/.test(text);
}
