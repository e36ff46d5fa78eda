import type { JsonObject } from '../base/json';
import type { Usage } from '../interactions/usage';

/** Tokens under the service's own names. Source: SDK type `Usage`. */
export function usageFields({ input, output, thought, toolUse, cached, total, grounding }: Usage): JsonObject {
  const counts = Object.entries(grounding).map(([type, count]): JsonObject => ({ type, count }));
  return {
    total_input_tokens: input,
    total_cached_tokens: cached,
    total_output_tokens: output,
    total_thought_tokens: thought,
    total_tool_use_tokens: toolUse,
    total_tokens: total,
    ...(counts.length > 0 && { grounding_tool_count: counts }),
  };
}
