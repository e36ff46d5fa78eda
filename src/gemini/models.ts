import type { Model } from '@google/genai/web';
import { isImageModel } from '../core/interactions/imageFormat';
import type { ModelInfo } from '../core/interactions/port';

const words = 'embedding|tts|live|audio|transcribe|lyria|veo|imagen|omni|robotics|computer-use|aqa';
/** No field of the listing says "answers in a chat", so what is known not to is told by its name. Agents are listed too. */
const notForChat = new RegExp(`${words}|deep-research|antigravity|code-mender`, 'i');

/** Reads one entry of `models.list`. Source: SDK type `Model`. */
export function readModel(model: Model): ModelInfo {
  const id = (model.name ?? '').replace(/^models\//, '');
  const generates = (model.supportedActions ?? []).includes('generateContent') && !notForChat.test(id);
  return {
    id,
    displayName: model.displayName ?? id,
    inputTokenLimit: model.inputTokenLimit ?? 0,
    outputTokenLimit: model.outputTokenLimit ?? 0,
    chats: generates && !isImageModel(id),
    ...(generates && isImageModel(id) && { draws: true }),
  };
}
