import { isRecord } from '../wire';
import { invalidRequest } from '../wireError';
import { content, contentFields, stepFields } from './contentShape';
import {
  decimal,
  either,
  flag,
  listOf,
  mapOf,
  nonEmpty,
  object,
  oneOf,
  record,
  type Shape,
  tagged,
  text,
  whole,
} from './shape';

const toolMode = oneOf('auto', 'any', 'none', 'validated');
const allowedTools = object({ mode: toolMode, tools: listOf(text) });

const tool = tagged({
  function: { 'name!': nonEmpty, description: text, parameters: jsonSchema },
  google_search: { search_types: listOf(oneOf('web_search', 'image_search', 'enterprise_web_search')) },
  url_context: {},
  code_execution: {},
  file_search: { 'file_search_store_names!': listOf(text), top_k: whole, metadata_filter: text },
  mcp_server: { 'name!': nonEmpty, 'url!': nonEmpty, headers: mapOf(text), allowed_tools: listOf(allowedTools) },
  computer_use: {
    environment: oneOf('browser', 'mobile', 'desktop'),
    excluded_predefined_functions: listOf(text),
    enable_prompt_injection_detection: flag,
    disabled_safety_policies: listOf(text),
  },
  google_maps: { latitude: decimal, longitude: decimal, enable_widget: flag },
  retrieval: {
    retrieval_types: listOf(text),
    exa_ai_search_config: record,
    parallel_ai_search_config: record,
    rag_store_config: record,
    vertex_ai_search_config: record,
  },
});

/** Still in the SDK's types, and refused here so that no client comes to lean on them. */
function deprecated(value: unknown, path: string): void {
  if (value !== undefined) throw invalidRequest(`'${path}' is deprecated and no longer supported.`);
}

const generationConfig = object({
  max_output_tokens: whole,
  seed: whole,
  stop_sequences: listOf(text),
  thinking_level: oneOf('minimal', 'low', 'medium', 'high'),
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
const responseFormat = tagged({
  text: { mime_type: oneOf('text/plain', 'application/json'), schema: jsonSchema },
  image: { aspect_ratio: text, image_size: oneOf('512', '1K', '2K', '4K'), mime_type: oneOf('image/jpeg'), delivery },
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
    network: either(object({ 'allowlist!': listOf(record) }), oneOf('disabled')),
    env: record,
  }),
);

/** What goes with a model and with an agent alike. */
const common = {
  input,
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

export const modelRequest = object({ 'model!': nonEmpty, ...common, generation_config: generationConfig });
export const agentRequest = object({ 'agent!': nonEmpty, ...common, agent_config: agentConfig });

function input(value: unknown, path: string): void {
  if (typeof value === 'string') nonEmpty(value, path);
  else if (Array.isArray(value)) inputList(value, path);
  else tagged({ ...contentFields, ...stepFields })(value, path);
}

function inputList(value: readonly unknown[], path: string): void {
  if (value.length === 0) throw invalidRequest(`'${path}' must not be empty.`);
  const isContent = (member: unknown) => isRecord(member) && String(member.type) in contentFields;
  const contents = value.filter(isContent).length;
  if (contents !== 0 && contents !== value.length) {
    throw invalidRequest(`'${path}' must hold either contents or steps, not both.`);
  }
  listOf(contents > 0 ? content : tagged(stepFields))(value, path);
}

function labels(value: unknown, path: string): void {
  mapOf(text)(value, path);
  for (const [key, label] of Object.entries(isRecord(value) ? value : {})) {
    if (!/^[a-z][a-z0-9_-]{0,62}$/.test(key) || !/^[a-z0-9_-]{0,63}$/.test(String(label))) {
      throw invalidRequest(`Invalid label '${key}' at '${path}': lower-case letters, digits, '_' and '-', at most 63.`);
    }
  }
}

/** JSON Schema with lower-case types. An empty `required` list is refused, as the service does. */
function jsonSchema(value: unknown, path: string): void {
  record(value, path);
  if (!isRecord(value)) return;
  const types = Array.isArray(value.type) ? value.type : value.type === undefined ? [] : [value.type];
  const known: Shape = oneOf('object', 'array', 'string', 'number', 'integer', 'boolean', 'null');
  for (const type of types) known(type, `${path}.type`);
  if (Array.isArray(value.required) && value.required.length === 0) {
    throw invalidRequest(`'${path}.required' must not be empty.`);
  }
  for (const [name, schema] of Object.entries(isRecord(value.properties) ? value.properties : {})) {
    jsonSchema(schema, `${path}.properties.${name}`);
  }
  if (value.items !== undefined) jsonSchema(value.items, `${path}.items`);
}
