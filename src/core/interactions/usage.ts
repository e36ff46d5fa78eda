import { isJsonObject, type JsonObject, numberField, objectsField } from '../base/json';

/** Tokens of one interaction. `total` is input + output + thought + tool use; `cached` is a part of the input. */
export interface Usage {
  readonly input: number;
  readonly output: number;
  readonly thought: number;
  readonly toolUse: number;
  readonly cached: number;
  readonly total: number;
  /** Paid look-ups by tool, such as `google_search`. */
  readonly grounding: Readonly<Record<string, number>>;
}

/** Reads the service's `usage`; absent or unusable is undefined. Source: SDK type `Usage`. */
export function readUsage(value: unknown): Usage | undefined {
  if (!isJsonObject(value)) return undefined;
  const grounding: Record<string, number> = {};
  for (const entry of objectsField(value, 'grounding_tool_count')) {
    if (typeof entry.type === 'string') grounding[entry.type] = numberField(entry, 'count') ?? 0;
  }
  return {
    input: tokens(value, 'total_input_tokens'),
    output: tokens(value, 'total_output_tokens'),
    thought: tokens(value, 'total_thought_tokens'),
    toolUse: tokens(value, 'total_tool_use_tokens'),
    cached: tokens(value, 'total_cached_tokens'),
    total: tokens(value, 'total_tokens'),
    grounding,
  };
}

/** The sum over the requests of one turn: each is billed. */
export function addUsage(a: Usage | undefined, b: Usage | undefined): Usage | undefined {
  if (!a || !b) return a ?? b;
  const grounding: Record<string, number> = { ...a.grounding };
  for (const [tool, count] of Object.entries(b.grounding)) grounding[tool] = (grounding[tool] ?? 0) + count;
  return {
    input: a.input + b.input,
    output: a.output + b.output,
    thought: a.thought + b.thought,
    toolUse: a.toolUse + b.toolUse,
    cached: a.cached + b.cached,
    total: a.total + b.total,
    grounding,
  };
}

function tokens(usage: JsonObject, key: string): number {
  return numberField(usage, key) ?? 0;
}
