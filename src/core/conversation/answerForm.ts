import type { Turn } from './turn';

/** What an answer is: words, or JSON that fits a schema. */
export type AnswerForm = 'words' | 'json';

export function answerForm({ schema }: Pick<Turn, 'schema'>): AnswerForm {
  return schema === undefined ? 'words' : 'json';
}
