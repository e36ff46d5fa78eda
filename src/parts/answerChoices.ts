/** Google's own tools that a question may be answered with, in the order they are shown. Source: SDK type `Tool`. */
export const serverTools = ['googleSearch', 'urlContext', 'codeExecution', 'googleMaps', 'fileSearch'] as const;
export type ServerTool = (typeof serverTools)[number];

/** How much a model thinks before it answers. `model`: as much as it does by itself. Source: SDK type `ThinkingLevel`. */
export const thinkingChoices = ['model', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const;
export type ThinkingChoice = (typeof thinkingChoices)[number];

/** How the questions of a chat are answered, besides the model. */
export interface AnswerChoices {
  readonly tools: readonly ServerTool[];
  readonly thinking: ThinkingChoice;
  /** Remote MCP servers of the user's settings, by their names there. */
  readonly servers: readonly string[];
}

export function isServerTool(value: unknown): value is ServerTool {
  return serverTools.some((tool) => tool === value);
}

export function isThinkingChoice(value: unknown): value is ThinkingChoice {
  return thinkingChoices.some((choice) => choice === value);
}
