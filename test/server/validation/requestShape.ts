import { type ApiVersion, isRecord } from '../wire';
import { invalidRequest } from '../wireError';
import { answerSchema } from './answerSchema';
import { input } from './inputShape';
import { either, flag, listOf, mapOf, nonEmpty, object, oneOf, record, type Shape, tagged, text, whole } from './shape';
import { allowedTools, tool, toolMode } from './toolShape';

/** Still in the SDK's types, and refused here so that no client comes to lean on them. */
function deprecated(value: unknown, path: string): void {
  if (value !== undefined) throw invalidRequest(`'${path}' is deprecated and no longer supported.`);
}

const generationConfig = object({
  max_output_tokens: whole,
  seed: whole,
  stop_sequences: listOf(text),
  thinking_level: oneOf('minimal', 'low', 'medium', 'high', 'xhigh'),
  thinking_summaries: oneOf('auto', 'none'),
  tool_choice: either(object({ 'allowed_tools!': allowedTools }), toolMode),
  speech_config: either(record, listOf(record)),
  transcription_config: record,
  video_config: record,
  temperature: deprecated,
  top_p: deprecated,
  top_k: deprecated,
  presence_penalty: deprecated,
  frequency_penalty: deprecated,
  image_config: deprecated,
});

const delivery = oneOf('inline', 'uri');
/** SDK type `ImageResponseFormatAspectRatio`. */
const aspectRatio = oneOf(
  ...['1:1', '2:3', '3:2', '3:4', '4:3', '4:5', '5:4', '9:16', '16:9', '21:9', '1:8', '8:1', '1:4', '4:1'],
);
const responseFormat = tagged({
  text: { mime_type: oneOf('text/plain', 'application/json'), schema: answerSchema },
  image: {
    aspect_ratio: aspectRatio,
    image_size: oneOf('512', '1K', '2K', '4K'),
    mime_type: oneOf('image/jpeg'),
    delivery,
  },
  audio: { mime_type: text, delivery, bit_rate: whole, sample_rate: whole },
  video: { aspect_ratio: text, delivery, duration: text, gcs_uri: text, resolution: text },
});

const agentConfig = tagged({
  'deep-research': {
    thinking_summaries: oneOf('auto', 'none'),
    visualization: oneOf('auto', 'off'),
    collaborative_planning: flag,
    enable_bigquery_tool: flag,
  },
  // The types want a string for the budget, the documentation sends a number; the service takes both.
  antigravity: { model: text, max_total_tokens: either(whole, text) },
});

/** SDK type `AllowlistEntry`. */
const allowedHost = object({ 'domain!': nonEmpty, credential: text, transform: either(record, listOf(record)) });

const environment = either(
  text,
  object({
    'type!': oneOf('remote'),
    environment_id: text,
    sources: listOf(
      object({
        'type!': oneOf('gcs', 'inline', 'repository', 'skill_registry'),
        source: text,
        target: text,
        content: text,
        encoding: text,
      }),
    ),
    network: either(object({ 'allowlist!': listOf(allowedHost) }), oneOf('disabled')),
    env: record,
  }),
);

/** What goes with a model and with an agent alike. */
const common = {
  system_instruction: text,
  tools: listOf(tool),
  response_format: either(listOf(responseFormat), responseFormat),
  previous_interaction_id: nonEmpty,
  continuation_token: nonEmpty,
  store: flag,
  stream: flag,
  background: flag,
  service_tier: oneOf('flex', 'standard', 'priority', 'deferred'),
  environment,
  labels,
  webhook_config: object({ uris: listOf(text), user_metadata: record }),
  safety_settings: deprecated,
  response_mime_type: deprecated,
  response_modalities: deprecated,
  cached_content: deprecated,
};

type ByVersion = Readonly<Record<ApiVersion, Shape>>;

const ofModel = { 'model!': nonEmpty, ...common, generation_config: generationConfig };
const ofAgent = { 'agent!': nonEmpty, ...common, agent_config: agentConfig };

export const modelRequest: ByVersion = {
  v1: object({ ...ofModel, input: input.v1 }),
  v1beta: object({ ...ofModel, input: input.v1beta }),
};
export const agentRequest: ByVersion = {
  v1: object({ ...ofAgent, input: input.v1 }),
  v1beta: object({ ...ofAgent, input: input.v1beta }),
};

function labels(value: unknown, path: string): void {
  mapOf(text)(value, path);
  for (const [key, label] of Object.entries(isRecord(value) ? value : {})) {
    if (!/^[a-z][a-z0-9_-]{0,62}$/.test(key) || !/^[a-z0-9_-]{0,63}$/.test(String(label))) {
      throw invalidRequest(`Invalid label '${key}' at '${path}': lower-case letters, digits, '_' and '-', at most 63.`);
    }
  }
}
