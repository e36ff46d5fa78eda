import type { ThinkingChoice } from '../../parts/answerChoices';
import type { MediaType } from '../interactions/content';
import type { ThinkingLevel } from '../interactions/port';
import { type ModelFacts, type ModelPrice, modelTable } from './modelTable';

/** Undefined: the model came after this version of the product. */
export function modelFacts(model: string): ModelFacts | undefined {
  return modelTable.models[model];
}

/** The levels that a model has. Of a model that is not known: all, since the service says which it takes. */
export function thinkingLevelsOf(model: string): readonly ThinkingLevel[] {
  return modelFacts(model)?.thinking ?? ['minimal', 'low', 'medium', 'high', 'xhigh'];
}

/** The level to ask for. Undefined: the model's own, also where it lacks the one that was chosen. */
export function thinkingLevelOf(model: string, choice: ThinkingChoice): ThinkingLevel | undefined {
  if (choice === 'model') return undefined;
  return thinkingLevelsOf(model).includes(choice) ? choice : undefined;
}

/** Whether a model takes pictures, recordings and so on. One that is not known is asked: the service says. */
export function takesMedia(model: string, media: MediaType): boolean {
  return modelFacts(model)?.inputs?.includes(media) ?? true;
}

/** What a million tokens of this model cost on a day, as in `2026-11-28`. Undefined: not known. */
export function priceOn(model: string, day: string): ModelPrice | undefined {
  return modelFacts(model)?.prices?.find(({ until }) => until === undefined || day <= until);
}
