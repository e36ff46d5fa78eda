import { type AgentEntry, agents } from './agentCatalogue';
import { hasAgents, hasModel, type ServiceBehaviour } from './serviceBehaviour';
import type { ApiVersion } from './wire';

/** What the server knows of a model: enough to list it as the service does and to refuse what it refuses. */
export interface ModelEntry {
  readonly id: string;
  readonly displayName: string;
  readonly inputTokenLimit: number;
  readonly outputTokenLimit: number;
  readonly methods: readonly string[];
  /** Accepted `thinking_level` values; empty for models that do not think. */
  readonly thinkingLevels: readonly string[];
}

const million = 1_048_576;
const chat = ['generateContent', 'countTokens', 'createCachedContent', 'batchGenerateContent'];
const lowToHigh = ['low', 'medium', 'high'];
const minimalToHigh = ['minimal', ...lowToHigh];

function chatModel(id: string, displayName: string, thinkingLevels: readonly string[] = lowToHigh): ModelEntry {
  return { id, displayName, inputTokenLimit: million, outputTokenLimit: 65_536, methods: chat, thinkingLevels };
}

function otherModel(id: string, displayName: string, methods: readonly string[] = chat, input = 32_768): ModelEntry {
  return { id, displayName, inputTokenLimit: input, outputTokenLimit: 32_768, methods, thinkingLevels: [] };
}

/** In the order the service lists them: oldest family first. */
export const models: readonly ModelEntry[] = [
  chatModel('gemini-2.5-flash', 'Gemini 2.5 Flash'),
  chatModel('gemini-2.5-pro', 'Gemini 2.5 Pro'),
  chatModel('gemini-2.5-flash-lite', 'Gemini 2.5 Flash-Lite'),
  otherModel('gemini-2.5-flash-image', 'Nano Banana'),
  otherModel('gemma-4-26b-a4b-it', 'Gemma 4 26B A4B IT', chat, 131_072),
  otherModel('gemma-4-31b-it', 'Gemma 4 31B IT', chat, 131_072),
  chatModel('gemini-flash-latest', 'Gemini Flash Latest'),
  chatModel('gemini-flash-lite-latest', 'Gemini Flash-Lite Latest', minimalToHigh),
  chatModel('gemini-pro-latest', 'Gemini Pro Latest'),
  chatModel('gemini-3-flash-preview', 'Gemini 3 Flash Preview', minimalToHigh),
  chatModel('gemini-3.1-pro-preview', 'Gemini 3.1 Pro Preview'),
  chatModel('gemini-3.1-pro-preview-customtools', 'Gemini 3.1 Pro Preview Custom Tools'),
  chatModel('gemini-3.1-flash-lite', 'Gemini 3.1 Flash Lite', minimalToHigh),
  otherModel('gemini-3.1-flash-lite-image', 'Nano Banana 2 Lite'),
  otherModel('gemini-3-pro-image', 'Nano Banana Pro'),
  otherModel('gemini-nano-banana-2.1', 'Nano Banana 2.1'),
  otherModel('gemini-3.1-flash-tts-preview', 'Gemini 3.1 Flash TTS Preview'),
  chatModel('gemini-3.5-flash-lite', 'Gemini 3.5 Flash-Lite', minimalToHigh),
  chatModel('gemini-3.5-flash', 'Gemini 3.5 Flash', minimalToHigh),
  chatModel('gemini-3.6-flash', 'Gemini 3.6 Flash', minimalToHigh),
  chatModel('gemini-3.7-flash', 'Gemini 3.7 Flash'),
  chatModel('gemini-3.8-flash', 'Gemini 3.8 Flash'),
  otherModel('gemini-3.8-flash-tts', 'Gemini 3.8 Flash TTS'),
  otherModel('gemini-3.5-transcribe', 'Gemini 3.5 Transcribe'),
  chatModel('gemini-4-argon', 'Gemini 4 Argon'),
  chatModel('gemini-4-carbon', 'Gemini 4 Carbon'),
  chatModel('gemini-4-hydrogen', 'Gemini 4 Hydrogen', [...lowToHigh, 'xhigh']),
  otherModel('gemini-robotics-er-2-preview', 'Gemini Robotics-ER 2 Preview', chat, million),
  otherModel('gemini-embedding-001', 'Gemini Embedding 001', ['embedContent', 'countTextTokens', 'countTokens'], 2_048),
  otherModel('lyria-3.5', 'Lyria 3.5', ['predict']),
  otherModel('gemini-omni-1.2-flash', 'Gemini Omni 1.2 Flash', ['predictLongRunning']),
];

export function findModel(id: string): ModelEntry | undefined {
  return models.find((model) => model.id === id);
}

/** Whether a model takes a kind of content besides text. */
export function takes(id: string, kind: string): boolean {
  return !id.startsWith('gemma') || kind === 'image';
}

/** Gemini 3 and later check thought signatures and let built-in tools be combined; 2.5 and Gemma do neither. */
export function isGemini3OrLater(id: string): boolean {
  return !/^(gemini-2|gemma)/.test(id);
}

/** What `models.list` holds: the models of a version and, among them, its agents. */
export function listing(behaviour: ServiceBehaviour, version: ApiVersion): readonly ModelEntry[] {
  const own = models.filter(({ id }) => hasModel(behaviour, version, id));
  return hasAgents(behaviour, version) ? [...own, ...agents.filter(({ isOwn }) => !isOwn).map(asModel)] : own;
}

/** Agents are listed as if they were models, and with the method of models. */
function asModel({ id, displayName }: AgentEntry): ModelEntry {
  return otherModel(id, displayName, ['generateContent', 'countTokens'], 131_072);
}

export function listedModel(model: ModelEntry): Readonly<Record<string, unknown>> {
  return {
    name: `models/${model.id}`,
    baseModelId: model.id,
    version: '001',
    displayName: model.displayName,
    description: `${model.displayName}, as the local test server lists it.`,
    inputTokenLimit: model.inputTokenLimit,
    outputTokenLimit: model.outputTokenLimit,
    supportedGenerationMethods: model.methods,
    ...(model.thinkingLevels.length > 0 ? { thinking: true } : {}),
    temperature: 1,
    topP: 0.95,
    topK: 64,
    maxTemperature: 2,
  };
}

/** Whether it answers with pictures. */
export function isImageModel(model: string): boolean {
  return /image|banana/.test(model);
}
