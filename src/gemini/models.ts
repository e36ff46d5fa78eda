import type { Model } from '@google/genai/web';
import type { ModelInfo } from '../core/interactions/port';

/** No field of the listing says "answers in a chat", so what is known not to is told by its name. Agents are listed too. */
const notForChat =
  /embedding|tts|image|banana|live|audio|transcribe|lyria|veo|imagen|omni|robotics|computer-use|aqa|deep-research|antigravity|code-mender/i;

/** Reads one entry of `models.list`. Source: SDK type `Model`. */
export function readModel(model: Model): ModelInfo {
  const id = (model.name ?? '').replace(/^models\//, '');
  return {
    id,
    displayName: model.displayName ?? id,
    inputTokenLimit: model.inputTokenLimit ?? 0,
    outputTokenLimit: model.outputTokenLimit ?? 0,
    chats: (model.supportedActions ?? []).includes('generateContent') && !notForChat.test(id),
  };
}
