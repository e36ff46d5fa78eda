import type { Interactions } from '@google/genai';
import { type CreateRequest, isRecord } from './wire';

type Step = Interactions.Step;
type Content = Interactions.Content;

/** All ways to write `input` come down to steps. Relies on the validator having accepted the request. */
export function stepsOfInput(input: CreateRequest['input']): readonly Step[] {
  if (input === undefined) return [];
  if (typeof input === 'string') return [{ type: 'user_input', content: [{ type: 'text', text: input }] }];
  const members: readonly (Step | Content)[] = Array.isArray(input) ? input : [input];
  if (members.every(isContent)) return [{ type: 'user_input', content: [...members] }];
  return members.filter((member): member is Step => !isContent(member)).flatMap(unwrapResults);
}

function isContent(member: Step | Content): member is Content {
  return ['text', 'image', 'audio', 'video', 'document'].includes(member.type);
}

/** Public clients send function results inside a user's content; they mean the same as bare steps. */
function unwrapResults(step: Step): readonly Step[] {
  if (step.type !== 'user_input') return [step];
  const content: readonly unknown[] = step.content ?? [];
  const results = content.filter(isFunctionResult);
  if (results.length === 0) return [step];
  const rest = (step.content ?? []).filter((part) => !isFunctionResult(part));
  return rest.length > 0 ? [...results, { type: 'user_input', content: rest }] : results;
}

function isFunctionResult(value: unknown): value is Interactions.FunctionResultStep {
  return isRecord(value) && value.type === 'function_result';
}

/** The text of a user's step or of an answer; other content has none. */
export function textOf(step: Step | undefined): string {
  if (step?.type !== 'user_input' && step?.type !== 'model_output') return '';
  const texts = (step.content ?? []).map((part) => (part.type === 'text' ? part.text : ''));
  return texts.filter((text) => text !== '').join('\n');
}
