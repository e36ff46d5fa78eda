import { fn, type Refusal, text, unknown, user } from './refusal';

/** Fields and values, whatever the model. */
export const refusedFields: readonly Refusal[] = [
  // Unknown and misspelt fields, at every depth.
  {
    what: 'a misspelt field',
    body: { systemInstruction: 'x' },
    ...unknown,
    message: /Unknown parameter 'systemInstruction'\. Did you mean 'system_instruction'\?/,
  },
  { what: 'a field like no other', body: { zzzzzzz: 1 }, ...unknown, message: /Unknown parameter 'zzzzzzz'\.$/ },
  {
    what: 'an agent’s field with a model',
    body: { agent_config: { type: 'deep-research' } },
    ...unknown,
    message: /'agent_config'/,
  },
  {
    what: 'a misspelt setting',
    body: { generation_config: { max_tokens: 5 } },
    ...unknown,
    message: /'generation_config\.max_tokens'\. Did you mean 'max_output_tokens'/,
  },
  {
    what: 'a thinking budget',
    body: { generation_config: { thinking_budget: 0 } },
    ...unknown,
    message: /thinking_budget/,
  },
  {
    what: 'a field unknown to the tool',
    body: { tools: [{ type: 'google_search', queries: [] }] },
    ...unknown,
    message: /'tools\[0\]\.queries'/,
  },
  {
    what: 'a field unknown to the content',
    body: { input: [user({ ...text, role: 'user' })] },
    ...unknown,
    message: /'input\[0\]\.content\[0\]\.role'/,
  },
  {
    what: 'a role on a step',
    body: { input: [{ ...user(text), role: 'user' }] },
    ...unknown,
    message: /'input\[0\]\.role'/,
  },
  {
    what: 'a camelCase format',
    body: { response_format: { type: 'text', mimeType: 'application/json' } },
    ...unknown,
    message: /'response_format\.mimeType'\. Did you mean 'mime_type'/,
  },
  {
    what: 'a keyword of JSON Schema that it does not take',
    body: {
      response_format: {
        type: 'text',
        mime_type: 'application/json',
        schema: { type: 'object', properties: { code: { type: 'string', pattern: 'x' } } },
      },
    },
    message: /Unsupported JSON Schema keyword 'pattern'/,
  },
  {
    what: 'a schema that refers to another document',
    body: {
      response_format: { type: 'text', mime_type: 'application/json', schema: { $ref: 'https://example.com/x.json' } },
    },
    message: /must refer to a part of the schema/,
  },
  {
    what: 'the number of pictures, which the format does not have',
    body: { response_format: { type: 'image', count: 2 } },
    ...unknown,
    message: /'response_format\.count'/,
  },
  ...[
    { what: 'a shape of pictures that is none of the fourteen', field: 'aspect_ratio', value: '7:5' },
    { what: 'a size of pictures in pixels', field: 'image_size', value: '1024' },
    { what: 'pictures as PNG', field: 'mime_type', value: 'image/png' },
  ].map(({ what, field, value }) => ({
    what,
    body: { response_format: { type: 'image', [field]: value } },
    message: new RegExp(`'${value}' is not supported for '${field}' at 'response_format'`),
  })),
  {
    what: 'the old output field in history',
    body: { input: [{ type: 'model_output', outputs: [] }] },
    ...unknown,
    message: /outputs/,
  },
  // Wrong types and values.
  { what: 'a number for a flag', body: { stream: 1 }, message: /'stream': expected a boolean/ },
  {
    what: 'a text for a number',
    body: { generation_config: { seed: '7' } },
    message: /'generation_config\.seed': expected an integer/,
  },
  { what: 'an empty input', body: { input: '' }, message: /'input' must not be empty/ },
  { what: 'no input', body: { input: undefined }, code: 'parameter_missing', message: /'input'/ },
  { what: 'an empty list as input', body: { input: [] }, message: /'input' must not be empty/ },
  ...[
    { what: 'a bare list of contents', input: [text, text] },
    { what: 'a single bare content', input: text },
    { what: 'a single step outside a list', input: user(text) },
  ].map(({ what, input }) => ({ what, body: { input }, message: /value at top-level must be a list/ })),
  { what: 'contents and steps in one list', body: { input: [text, user(text)] }, message: /either contents or steps/ },
  {
    what: 'content without text',
    body: { input: [user({ type: 'text' })] },
    code: 'parameter_missing',
    message: /'input\[0\]\.content\[0\]\.text'/,
  },
  {
    what: 'content without a type',
    body: { input: [user({ text: 'hi' })] },
    code: 'parameter_missing',
    message: /'input\[0\]\.content\[0\]\.type'/,
  },
  {
    what: 'an unknown step',
    body: { input: [{ type: 'assistant' }] },
    message: /'assistant' is not supported for 'type' at 'input\[0\]'/,
  },
  {
    what: 'an unknown tool',
    body: { tools: [{ type: 'python' }] },
    message: /The value 'python' is not supported for 'type' at 'tools\[0\]'\. Supported values: 'function', /,
  },
  {
    what: 'source code as a document',
    body: { input: [user({ type: 'document', mime_type: 'text/plain', data: 'aGk=' })] },
    message: /'text\/plain' is not supported for 'mime_type'/,
  },
  {
    what: 'an unknown service tier',
    body: { service_tier: 'fast' },
    message: /'fast' is not supported for 'service_tier'/,
  },
  { what: 'an upper-case label', body: { labels: { Team: 'x' } }, message: /Invalid label 'Team'/ },
  {
    what: 'an upper-case schema type',
    body: { tools: [{ ...fn, parameters: { type: 'OBJECT' } }] },
    message: /'OBJECT' is not supported/,
  },
  {
    what: 'an empty required list',
    body: { tools: [{ ...fn, parameters: { type: 'object', required: [] } }] },
    message: /required' must not be empty/,
  },
  {
    what: 'a function without a name',
    body: { tools: [{ type: 'function' }] },
    code: 'parameter_missing',
    message: /'tools\[0\]\.name'/,
  },
  { what: 'a stale token', body: { continuation_token: 'x' }, message: /continuation_token/ },
  // Deprecated, though some are still typed.
  ...['temperature', 'top_p', 'top_k', 'presence_penalty', 'frequency_penalty', 'image_config'].map((name) => ({
    what: `the deprecated setting ${name}`,
    body: { generation_config: { [name]: 1 } },
    message: new RegExp(`'generation_config\\.${name}' is deprecated`),
  })),
  ...['response_mime_type', 'response_modalities', 'cached_content', 'safety_settings'].map((name) => ({
    what: `the deprecated field ${name}`,
    body: { [name]: [] },
    message: new RegExp(`'${name}' is deprecated`),
  })),
];
