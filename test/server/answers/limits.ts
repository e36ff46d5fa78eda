import type { Interactions } from '@google/genai';
import type { Answer } from '../answer';
import type { CreateRequest } from '../wire';

/** About four characters of the built-in answers make a token; see usage.ts. */
const charactersPerToken = 4;

/** Cuts an answer's text at a stop sequence and at `max_output_tokens`; only the latter makes it incomplete. */
export function limited(request: CreateRequest, steps: readonly Interactions.Step[]): Answer {
  const { stop_sequences = [], max_output_tokens = Number.POSITIVE_INFINITY } = request.generation_config ?? {};
  const most = max_output_tokens * charactersPerToken;
  let cut = false;
  const kept = steps.map((step): Interactions.Step => {
    if (step.type !== 'model_output') return step;
    const content = (step.content ?? []).map((part) => {
      if (part.type !== 'text') return part;
      const stops = stop_sequences.map((stop) => part.text.indexOf(stop)).filter((at) => at >= 0);
      const text = part.text.slice(0, Math.min(...stops, part.text.length));
      cut ||= text.length > most;
      const short = text.length > most ? text.slice(0, most) : text;
      return short === part.text ? part : { type: 'text' as const, text: short };
    });
    return { ...step, content };
  });
  return { steps: kept, ...(cut ? { status: 'incomplete' } : {}) };
}
