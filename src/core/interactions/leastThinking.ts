import type { ThinkingLevel } from './port';

/**
 * The least thought that a model can be asked for; undefined for one that is not known, which decides by itself. Source:
 * "Thinking" in the Gemini API's documentation, September 2026.
 */
export function leastThinking(model: string): ThinkingLevel | undefined {
  if (!/^gemini-/.test(model) || otherThanText.test(model)) return undefined;
  return /^gemini-3(?:\.[0-6])?-flash|^gemini-(?:[3-9]|\d\d)(?:\.\d+)?-flash-lite/.test(model) ? 'minimal' : 'low';
}

const otherThanText = /image|banana|tts|transcribe|embedding|robotics|omni/;
