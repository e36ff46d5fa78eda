import type { Interactions } from '@google/genai';
import type { SearchStores } from '../searchStores';
import { textOf } from '../turnInput';
import type { CreateRequest } from '../wire';

/** All a built-in answer may depend on. The same question always gets the same answer. */
export interface Question {
  readonly request: CreateRequest;
  /** The turns before, oldest first. */
  readonly inherited: readonly Interactions.Step[];
  /** What this request brings: a new question, function results, or a whole history without storage. */
  readonly input: readonly Interactions.Step[];
  /** What there is to search. */
  readonly stores: SearchStores;
}

/** What the user asks now. */
export function promptOf({ input }: Question): string {
  return textOf(input.findLast((step) => step.type === 'user_input'));
}

/** What the user has said in all, oldest first, up to and including now. */
export function promptsOf({ inherited, input }: Question): readonly string[] {
  return [...inherited, ...input].filter((step) => step.type === 'user_input').map(textOf);
}

/** What the model has said so far, oldest first. */
export function answersOf({ inherited, input }: Question): readonly string[] {
  return [...inherited, ...input].filter((step) => step.type === 'model_output').map(textOf);
}

export function hasTool({ request }: Question, type: string): boolean {
  return request.tools?.some((tool) => tool.type === type) ?? false;
}
