import type { JsonObject } from '../../../../src/core/base/json';
import type { AnswerForm } from '../../../../src/core/conversation/answerForm';
import { AnswerParts } from '../../../../src/core/conversation/answerParts';
import { StepParts } from '../../../../src/core/conversation/stepParts';
import { readDelta } from '../../../../src/core/interactions/deltas';
import { readStep } from '../../../../src/core/interactions/steps';

/** The only step of an answer, with what each of its events changes. */
export function growingStep(start: JsonObject, form: AnswerForm = 'words') {
  const all = new AnswerParts();
  const step = new StepParts(all, 0, readStep(start), form);
  return { all, step, begun: step.begin(), add: (delta: JsonObject) => step.apply(readDelta(delta)) };
}

export const added = <T>(part: T) => ({ type: 'partAdded', part });
export const grew = (part: number, text: string) => ({ type: 'partGrew', part, text });
export const replaced = <T>(part: number, value: T) => ({ type: 'partReplaced', part, value });
