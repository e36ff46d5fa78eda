import { isRecord } from '../wire';
import { invalidRequest } from '../wireError';
import {
  decimal,
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

export const toolMode = oneOf('auto', 'any', 'none', 'validated');
export const allowedTools = object({ mode: toolMode, tools: listOf(text) });

export const tool = tagged({
  function: { 'name!': nonEmpty, description: text, parameters: jsonSchema },
  google_search: { search_types: listOf(oneOf('web_search', 'image_search', 'enterprise_web_search')) },
  url_context: {},
  code_execution: {},
  file_search: { 'file_search_store_names!': listOf(text), top_k: whole, metadata_filter: text },
  mcp_server: { 'name!': serverName, 'url!': nonEmpty, headers: mapOf(text), allowed_tools: listOf(allowedTools) },
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

function serverName(value: unknown, path: string): void {
  text(value, path);
  if (!/^[a-z0-9]+$/.test(String(value))) {
    throw invalidRequest(`Invalid value at '${path}': expected lower-case letters and digits only.`);
  }
}

/** JSON Schema with lower-case types. An empty `required` list is refused, as the service does. */
export function jsonSchema(value: unknown, path: string): void {
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
