import type { Turn } from './turn';

/** The turns that stand in one place, for the arrows at the question and at the answer. Ids, in the order of the chat. */
export interface Branches {
  /** The answers to the same question, the one of this turn among them. */
  readonly answers: readonly string[];
  /** One turn for each question that was asked there: this turn for its own, and for another one its newest answer. */
  readonly questions: readonly string[];
}

/** Sorts the turns that have the same parent as `turn`, itself among them: by the question that they answer. */
export function branchesOf(turn: Turn, siblings: readonly Turn[]): Branches {
  // Nearly all turns have none, and a long prompt is not read for nothing.
  if (siblings.length < 2) return { answers: [turn.id], questions: [turn.id] };
  const byQuestion = new Map<string, string[]>();
  for (const sibling of siblings) {
    const key = questionKey(sibling);
    const answers = byQuestion.get(key);
    if (answers) answers.push(sibling.id);
    else byQuestion.set(key, [sibling.id]);
  }
  const own = byQuestion.get(questionKey(turn)) ?? [turn.id];
  const questions = [...byQuestion.values()].flatMap((ids) => (ids === own ? turn.id : (ids.at(-1) ?? [])));
  return { answers: own, questions };
}

function questionKey({ prompt, attachments }: Turn): string {
  return JSON.stringify([prompt, ...attachments.map(({ id }) => id)]);
}
