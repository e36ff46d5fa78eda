import type { Content } from '../../interactions/content';
import type { Step } from '../../interactions/steps';
import { withoutMarks } from './marks';

/** Whether an answer has any words. */
export function hasText(steps: readonly Step[]): boolean {
  return steps.some((step) => step.type === 'model_output' && step.content.some((one) => textOf(one).trim() !== ''));
}

/** The text of an answer as the agent wrote it. */
export function plainTextOf(steps: readonly Step[]): string {
  return steps
    .flatMap((step) => (step.type === 'model_output' ? step.content : []))
    .map(textOf)
    .join('')
    .trim();
}

/** The text of one piece, without the marks of citations. */
export function textOf(content: Content): string {
  return content.type === 'text' ? withoutMarks(content.text) : '';
}
