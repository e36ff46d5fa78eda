import type { Interactions } from '@google/genai';
import type { CreateRequest } from './wire';

/** About four bytes make a token in Gemini's tokenizer; near enough for numbers that only have to add up. */
const bytesPerToken = 4;
/** What an image costs as input, by Gemini's documented tile size. */
const tokensPerImage = 258;

export function tokensIn(text: string): number {
  return Math.ceil(Buffer.byteLength(text, 'utf8') / bytesPerToken);
}

/** Counts a request with everything it inherits, as the service bills it again each turn. */
export function usageOf(
  request: CreateRequest,
  context: readonly Interactions.Step[],
  output: readonly Interactions.Step[],
): Interactions.Usage {
  const images = context.reduce((sum, step) => sum + imagesIn(step), 0);
  const instructions = (request.system_instruction ?? '') + (request.tools ? JSON.stringify(request.tools) : '');
  const text = tokensIn(instructions) + context.reduce((sum, step) => sum + tokensIn(withoutMedia(step)), 0);
  const input = text + images * tokensPerImage;
  const searches = output.filter((step) => step.type === 'google_search_call').length;
  const count = (belongs: (type: string) => boolean) =>
    output.filter((step) => belongs(step.type)).reduce((sum, step) => sum + tokensIn(withoutMedia(step)), 0);
  const thought = count((type) => type === 'thought');
  const answer = count((type) => type === 'model_output' || type === 'function_call');
  const tools = count((type) => /_(call|result)$/.test(type) && type !== 'function_call');
  return {
    total_tokens: input + answer + thought + tools,
    total_input_tokens: input,
    input_tokens_by_modality: [
      { modality: 'text', tokens: text },
      ...(images > 0 ? [{ modality: 'image' as const, tokens: images * tokensPerImage }] : []),
    ],
    total_cached_tokens: 0,
    total_output_tokens: answer,
    total_tool_use_tokens: tools,
    total_thought_tokens: thought,
    ...(searches > 0 ? { grounding_tool_count: [{ type: 'google_search', count: searches }] } : {}),
  };
}

function imagesIn(step: Interactions.Step): number {
  return step.type === 'user_input' ? (step.content ?? []).filter((part) => part.type === 'image').length : 0;
}

/** Base64 would count as text and drown the rest. */
function withoutMedia(step: Interactions.Step): string {
  const kept = JSON.stringify(step, (key, value: unknown) => (key === 'data' || key === 'type' ? undefined : value));
  return kept.replace(/[{}[\]",:]/g, '');
}
