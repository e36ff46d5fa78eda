import { answersOf, promptOf, promptsOf, type Question } from './question';

interface Recollection {
  readonly asked: RegExp;
  readonly answer: (question: Question) => string;
}

const nameGiven = /\b(?:my name is|call me|i am called)\s+([\p{L}][\p{L}'-]*)/iu;

/** Questions only the conversation itself can answer, so that a lost chain shows. */
const recollections: readonly Recollection[] = [
  {
    asked: /\bwhat(?:'s| is| was) my name\b|\bwho am i\b|\bdo you (?:know|remember) my name\b/i,
    answer: (question) => {
      const name = promptsOf(question).map((prompt) => nameGiven.exec(prompt)?.[1]);
      const last = name.findLast((found) => found !== undefined);
      return last ? `Your name is ${last}.` : 'You have not told me your name in this conversation.';
    },
  },
  {
    asked: /\bwhat (?:did i|was it i) (?:say|said|ask|asked)\b.*\bfirst\b|\bmy first (?:message|question)\b/i,
    answer: (question) => quoted('First you said', promptsOf(question).slice(0, -1)[0]),
  },
  {
    asked: /\bwhat (?:did i|have i) just (?:say|said|ask|asked)\b|\bmy (?:last|previous) (?:message|question)\b/i,
    answer: (question) => quoted('Before this you said', promptsOf(question).at(-2)),
  },
  {
    asked: /\bwhat did you (?:just )?(?:say|answer)\b|\byour (?:last|previous) answer\b/i,
    answer: (question) => quoted('I answered', answersOf(question).at(-1)),
  },
  {
    asked: /\bhow many (?:questions|messages)\b/i,
    answer: (question) => `This is message ${promptsOf(question).length} of our conversation.`,
  },
];

export function recalled(question: Question): string | undefined {
  const prompt = promptOf(question);
  const match = recollections.find(({ asked }) => asked.test(prompt));
  if (match) return match.answer(question);
  const name = nameGiven.exec(prompt)?.[1];
  return name === undefined ? undefined : `Nice to meet you, ${name}. I will remember your name in this conversation.`;
}

function quoted(lead: string, words: string | undefined): string {
  if (words === undefined || words === '') return 'Nothing was said before this in our conversation.';
  return `${lead}: “${words.length > 300 ? `${words.slice(0, 300)}…` : words}”`;
}
