import { model } from './harness';

export interface Refusal {
  readonly what: string;
  /** Merged into a valid request; undefined members are left out. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly status?: number;
  readonly code?: string;
  readonly message: RegExp;
}

const research = { model: undefined, agent: 'deep-research-preview-04-2026', background: true };
const user = (...content: readonly unknown[]) => ({ type: 'user_input', content });
const text = { type: 'text', text: 'hi' };
const fn = { type: 'function', name: 'read_file' };
const call = { type: 'function_call', id: 'c1', name: 'read_file', arguments: {} };
const unknown = { code: 'parameter_unknown' };

/** Each is merged into a valid request and refused for one reason. */
export const refusals: readonly Refusal[] = [
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
    body: { input: [{ ...text, role: 'user' }] },
    ...unknown,
    message: /'input\[0\]\.role'/,
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
  { what: 'contents and steps in one list', body: { input: [text, user(text)] }, message: /either contents or steps/ },
  {
    what: 'content without text',
    body: { input: [{ type: 'text' }] },
    code: 'parameter_missing',
    message: /'input\[0\]\.text'/,
  },
  {
    what: 'content without a type',
    body: { input: [{ text: 'hi' }] },
    code: 'parameter_missing',
    message: /'input\[0\]\.type'/,
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
    body: { input: [{ type: 'document', mime_type: 'text/plain', data: 'aGk=' }] },
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
  // Models, agents and what goes with them.
  { what: 'both model and agent', body: { agent: research.agent }, message: /Only one of 'model' and 'agent'/ },
  { what: 'neither model nor agent', body: { model: undefined }, message: /One of 'model' and 'agent'/ },
  { what: 'an unknown model', body: { model: 'gemini-9' }, status: 404, code: 'model_not_found', message: /gemini-9/ },
  {
    what: 'a retired model',
    body: { model: 'gemini-2.0-flash' },
    status: 404,
    code: 'model_not_found',
    message: /gemini-2\.0-flash/,
  },
  {
    what: 'a models/ prefix',
    body: { model: `models/${model}` },
    status: 404,
    code: 'model_not_found',
    message: /models\//,
  },
  {
    what: 'a model that only embeds',
    body: { model: 'gemini-embedding-001' },
    message: /does not support interactions/,
  },
  {
    what: 'a thinking level the model lacks',
    body: { generation_config: { thinking_level: 'minimal' } },
    message: /'minimal' is not supported by model/,
  },
  {
    what: 'more output than one call may give',
    body: { generation_config: { max_output_tokens: 65_537 } },
    message: /between 1 and 65536/,
  },
  { what: 'the same function twice', body: { tools: [fn, fn] }, message: /Duplicate function declaration 'read_file'/ },
  {
    what: 'auto choice among functions and built-in tools',
    body: { tools: [fn, { type: 'google_search' }], generation_config: { tool_choice: 'auto' } },
    message: /'tool_choice' 'auto'/,
  },
  {
    what: 'combined tools on 2.5',
    body: { model: 'gemini-2.5-flash', tools: [fn, { type: 'google_search' }] },
    message: /cannot be combined/,
  },
  {
    what: 'remote MCP on Gemini 3',
    body: { tools: [{ type: 'mcp_server', name: 'a', url: 'https://a.example' }] },
    message: /'mcp_server' is not supported by model/,
  },
  {
    what: 'background without storage',
    body: { background: true, store: false },
    message: /'background' requires 'store'/,
  },
  {
    what: 'an agent in the foreground',
    body: { ...research, background: undefined },
    message: /Agents are required to use background=true/,
  },
  {
    what: 'a retired agent',
    body: { ...research, agent: 'deep-research-pro-preview-12-2025' },
    status: 404,
    code: 'not_found',
    message: /no longer available/,
  },
  { what: 'an unknown agent', body: { ...research, agent: 'poet' }, status: 404, code: 'not_found', message: /poet/ },
  {
    what: 'a system instruction for research',
    body: { ...research, system_instruction: 'x' },
    message: /'system_instruction' is not supported/,
  },
  { what: 'functions for research', body: { ...research, tools: [fn] }, message: /Function tools are not supported/ },
  {
    what: 'a model’s settings with an agent',
    body: { ...research, generation_config: {} },
    ...unknown,
    message: /'generation_config'/,
  },
  {
    what: 'another agent’s settings',
    body: { ...research, agent_config: { type: 'antigravity' } },
    message: /must be 'deep-research'/,
  },
  {
    what: 'Antigravity without an environment',
    body: { model: undefined, agent: 'antigravity-preview-09-2026' },
    code: 'parameter_missing',
    message: /'environment'/,
  },
  // The conversation.
  {
    what: 'an unknown previous interaction',
    body: { previous_interaction_id: 'v1_gone' },
    status: 404,
    code: 'not_found',
    message: /previous_interaction_id 'v1_gone' not found/,
  },
  {
    what: 'a result nobody waits for',
    body: { input: [{ type: 'function_result', call_id: 'c9', result: 'x' }] },
    message: /No function call with id 'c9'/,
  },
  {
    what: 'a call without its result',
    body: { input: [user(text), { type: 'thought', signature: 'c2ln' }, call, user(text)] },
    message: /'c1' has no function_result/,
  },
  {
    what: 'a replayed call without its signature',
    body: { input: [user(text), call, { type: 'function_result', call_id: 'c1', result: 'x' }] },
    code: 'missing_thought_signature',
    message: /'read_file' at 'input\[1\]'/,
  },
  {
    what: 'more than the model can read',
    body: { input: 'word '.repeat(900_000) },
    message: /The input token count \(\d+\) exceeds the maximum number of tokens allowed \(1048576\)\./,
  },
];
