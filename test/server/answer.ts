import type { Interactions } from '@google/genai';
import type { InteractionFault } from './wire';

/** What a turn comes to. Steps are as `GET` shows them; the stream is made from them. */
export interface Answer {
  readonly steps: readonly Interactions.Step[];
  /** Default: `requires_action` when the last step is a function call, else `completed`. */
  readonly status?: Interactions.Interaction['status'];
  /** Default: counted from what was sent and answered. */
  readonly usage?: Interactions.Usage;
  readonly errors?: readonly InteractionFault[];
}

export function finalStatus(answer: Answer): string {
  return answer.status ?? (answer.steps.at(-1)?.type === 'function_call' ? 'requires_action' : 'completed');
}

/** Opaque to clients, the same for the same words, and of a length a client must be able to carry. */
export function signatureFor(seed: string): string {
  return Buffer.from(`local test server: ${seed.slice(0, 60)}`.padEnd(96, '.'), 'utf8').toString('base64');
}

export function textStep(text: string, annotations?: readonly Interactions.Annotation[]): Interactions.ModelOutputStep {
  const content: Interactions.TextContent = {
    type: 'text',
    text,
    ...(annotations ? { annotations: [...annotations] } : {}),
  };
  return { type: 'model_output', content: [content] };
}

export function thoughtStep(seed: string, summaries: readonly string[] = []): Interactions.ThoughtStep {
  const summary = summaries.map((text) => ({ type: 'text' as const, text }));
  return { type: 'thought', signature: signatureFor(seed), ...(summary.length > 0 ? { summary } : {}) };
}
