import type { JsonObject } from '../base/json';
import { readStep, type Step } from './steps';

export type FunctionCall = Extract<Step, { readonly type: 'function_call' }>;

/** The function calls among these steps that have no result yet. Their results go back together, in one request. */
export function pendingCalls(steps: readonly JsonObject[]): readonly FunctionCall[] {
  const read = steps.map(readStep);
  const answered = new Set(read.flatMap((step) => (step.type === 'function_result' ? [step.callId] : [])));
  return read.filter((step) => step.type === 'function_call').filter(({ id }) => !answered.has(id));
}
