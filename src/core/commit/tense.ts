/** The form of the verb that a subject begins with, in English. */
export type Tense = 'imperative' | 'past' | 'present' | 'gerund';

const noPast = /^(?:add|embed|exceed|feed|need|proceed|seed|shed|speed|succeed)$/;
const noGerund = /^(?:bring|ping|ring|sing|spring|sting|string|swing|thing|wing)$/;
const noPresent = /^(?:\w*ss|access|address|bypass|canvas|class|focus|process|this|\w*us|\w*is)$/;
const irregularPast = /^(?:built|did|found|gave|got|kept|made|ran|rewrote|sent|took|was|went|wrote)$/;

/** Undefined: the subject does not begin with a word. */
export function tenseOf(words: string): Tense | undefined {
  const verb = /^[A-Za-z]+/.exec(words)?.[0].toLowerCase();
  if (verb === undefined) return undefined;
  if (/ing$/.test(verb) && !noGerund.test(verb)) return 'gerund';
  if ((/ed$/.test(verb) && !noPast.test(verb)) || irregularPast.test(verb)) {
    return 'past';
  }
  if (/s$/.test(verb) && !noPresent.test(verb)) return 'present';
  return 'imperative';
}
